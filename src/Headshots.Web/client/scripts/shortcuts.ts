/** data-key="a" on a link, button or field: the key clicks it, or focuses a field. "?" opens the dialog with data-shortcuts. */
export function enhanceShortcuts(root: Document): void {
  root.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target as Element) || isSliding(event)) {
      return;
    }
    const open = root.querySelector<HTMLDialogElement>("dialog[open]");
    if (event.key === "?" && !open) {
      root.querySelector<HTMLDialogElement>("dialog[data-shortcuts]")?.showModal();
      return;
    }
    const target = [...(open ?? root).querySelectorAll<HTMLElement>("[data-key]")]
      .find(e => e.dataset["key"]!.split(" ").includes(event.key) && e.checkVisibility() && !e.matches("[disabled]"));
    if (target) {
      event.preventDefault();
      target.matches("input:not([type=checkbox]):not([type=radio]), select, textarea") ? target.focus() : target.click();
    }
  });
}

function isTyping(element: Element): boolean {
  return element.matches?.("textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]):not([type=range])");
}

/** Arrows move a slider that has the focus, and the row of choices a radio button is in. */
function isSliding(event: KeyboardEvent): boolean {
  return event.key.startsWith("Arrow") && (event.target as Element).matches?.("input[type=range], input[type=radio]");
}
