import { each } from "./parts.js";

/**
 * The review queue: what is ticked stays ticked while one goes from headshot to headshot, each of which is a page of its own.
 * The keys themselves are data-key marks like everywhere; "x" ticks the headshot one looks at.
 */
const kept = "review-selection";

each<HTMLFormElement>(document, "form[data-review-queue]", form => {
  const boxes = [...form.querySelectorAll<HTMLInputElement>("input[name=selected]")];
  const remembered = new Set(JSON.parse(sessionStorage.getItem(kept) ?? "[]") as string[]);
  boxes.forEach(box => { box.checked = remembered.has(box.value); });
  const keep = (): void => {
    sessionStorage.setItem(kept, JSON.stringify(boxes.filter(box => box.checked).map(box => box.value)));
    document.querySelectorAll("[data-bulk-count]").forEach(e => { e.textContent = String(boxes.filter(box => box.checked).length); });
    document.querySelectorAll<HTMLElement>("[data-bulk]").forEach(e => { e.hidden = !boxes.some(box => box.checked); });
  };
  form.addEventListener("change", keep);
  form.addEventListener("click", () => setTimeout(keep));
  keep();
  form.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest", inline: "center" });
});

/** A preset fills the reason, where it can still be changed. */
each<HTMLElement>(document, "[data-reason]", preset => {
  preset.addEventListener("click", () => {
    const reason = preset.closest("form")?.querySelector<HTMLTextAreaElement>("textarea[name=reason]");
    if (reason) {
      reason.value = preset.dataset["reason"] ?? "";
      reason.focus();
    }
  });
});
