import { each } from "./parts.js";

/** data-show-more="id" shows the rest of a list that starts short on phones, and goes on where it went on. */
export function enhanceMore(root: ParentNode): void {
  each(root, "[data-show-more]", button => {
    const list = document.getElementById(button.dataset["showMore"] ?? "");
    const next = list?.querySelector<HTMLElement>("tbody > tr:nth-child(11) a");
    button.addEventListener("click", () => {
      list?.removeAttribute("data-capped");
      next?.focus();
    });
    // Whoever ticks all is to see all.
    list?.querySelector("[data-select-all]")?.addEventListener("change", () => list.removeAttribute("data-capped"));
  });
}
