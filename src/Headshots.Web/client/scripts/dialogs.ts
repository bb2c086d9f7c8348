import { each } from "./parts.js";

/**
 * data-dialog="id" on a link or button opens that dialog; without script the link leads to a page with the same form.
 * data-confirm="id" on a form or a submit button asks in that dialog first; its [data-confirm-yes] sends the form.
 */
export function enhanceDialogs(root: ParentNode): void {
  each(root, "[data-dialog]", opener => {
    opener.addEventListener("click", event => {
      const dialog = dialogOf(opener.dataset["dialog"]);
      if (dialog) {
        event.preventDefault();
        dialog.showModal();
      }
    });
  });
  each<HTMLDialogElement>(root, "dialog", dialog => {
    dialog.addEventListener("click", event => {
      if (event.target === dialog || (event.target as Element).closest("[data-close]")) {
        dialog.close();
      }
    });
  });
  each<HTMLFormElement>(root, "form[data-confirm]", form => {
    form.addEventListener("submit", event => ask(event, form, form.dataset["confirm"]), { capture: true });
  });
  each<HTMLButtonElement>(root, "button[data-confirm]", button => {
    button.form?.addEventListener("submit", event => {
      if (event.submitter === button) {
        ask(event, button.form!, button.dataset["confirm"]);
      }
    }, { capture: true });
  });
}

function ask(event: SubmitEvent, form: HTMLFormElement, id: string | undefined): void {
  const dialog = dialogOf(id);
  if (!dialog || form.dataset["confirmed"] === "yes") {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const submitter = event.submitter;
  dialog.querySelector("[data-confirm-yes]")?.addEventListener("click", () => {
    form.dataset["confirmed"] = "yes";
    dialog.close();
    form.requestSubmit(submitter);
    delete form.dataset["confirmed"];
  }, { once: true });
  dialog.showModal();
}

function dialogOf(id: string | undefined): HTMLDialogElement | null {
  const dialog = id ? document.getElementById(id) : null;
  return dialog instanceof HTMLDialogElement ? dialog : null;
}
