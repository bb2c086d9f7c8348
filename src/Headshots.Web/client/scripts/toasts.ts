import { each } from "./parts.js";

/** Toasts that the server wrote go away after a while, unless one is looking at them: hovered or focused ones stay. */
export function enhanceToasts(root: ParentNode): void {
  each(root, ".toast", toast => {
    toast.querySelector("[data-dismiss]")?.addEventListener("click", () => toast.remove());
    const patience = toast.querySelector("form") ? 20000 : 8000;
    let timer = window.setTimeout(() => toast.remove(), patience);
    const hold = (): void => clearTimeout(timer);
    const release = (): void => { timer = window.setTimeout(() => toast.remove(), patience); };
    toast.addEventListener("pointerenter", hold);
    toast.addEventListener("focusin", hold);
    toast.addEventListener("pointerleave", release);
    toast.addEventListener("focusout", release);
  });
}

/** Says something that script alone knows; the region is in every page, so that screen readers hear it. */
export function showToast(text: string): void {
  const region = document.querySelector(".toasts");
  if (!region || !text) {
    return;
  }
  const toast = document.createElement("div");
  toast.className = "toast";
  const words = document.createElement("p");
  words.className = "toast-text";
  words.textContent = text;
  toast.append(words);
  region.append(toast);
  enhanceToasts(toast);
}
