import { each } from "./parts.js";

/** A form with data-selection: one box ticks all, shift ticks a range, and [data-selected-count] says how many. */
export function enhanceSelection(root: ParentNode): void {
  each<HTMLFormElement>(root, "form[data-selection]", form => {
    const all = form.querySelector<HTMLInputElement>("[data-select-all]");
    const boxes = (): HTMLInputElement[] => [...form.querySelectorAll<HTMLInputElement>("input[type=checkbox][data-select]")];
    let last: HTMLInputElement | undefined;
    const show = (): void => {
      const ticked = boxes().filter(box => box.checked).length;
      form.querySelectorAll<HTMLElement>("[data-selected-count]").forEach(e => { e.textContent = String(ticked); });
      form.querySelectorAll<HTMLElement>("[data-when-selected]").forEach(e => { e.hidden = ticked === 0; });
      if (all) {
        all.checked = ticked > 0 && ticked === boxes().length;
        all.indeterminate = ticked > 0 && ticked < boxes().length;
      }
    };
    form.addEventListener("click", event => {
      const box = event.target as HTMLInputElement;
      if (box === all) {
        boxes().forEach(b => { b.checked = all.checked; });
      } else if (box.matches?.("[data-select]")) {
        if (event.shiftKey && last) {
          const list = boxes();
          const [from, to] = [list.indexOf(last), list.indexOf(box)].sort((a, b) => a - b);
          list.slice(from, to! + 1).forEach(b => { b.checked = box.checked; });
        }
        last = box;
      }
      show();
    });
    show();
  });
}

