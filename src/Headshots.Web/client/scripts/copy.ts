import { each } from "./parts.js";
import { showToast } from "./toasts.js";

/** data-copy holds the text, data-copied the sentence that confirms it. */
export function enhanceCopy(root: ParentNode): void {
  each(root, "[data-copy]", button => {
    button.addEventListener("click", async event => {
      event.preventDefault();
      try {
        await navigator.clipboard.writeText(button.dataset["copy"] ?? "");
        showToast(button.dataset["copied"] ?? "");
      } catch {
        window.prompt("", button.dataset["copy"] ?? "");
      }
    });
  });
}
