/** Elements that match, each handed out once however often its page part is enhanced. */
const done = new WeakMap<Element, Set<string>>();

export function each<E extends Element = HTMLElement>(root: ParentNode, selector: string, enhance: (element: E) => void): void {
  const found = [...root.querySelectorAll<E>(selector)];
  if (root instanceof Element && root.matches(selector)) {
    found.unshift(root as unknown as E);
  }
  for (const element of found) {
    const marks = done.get(element) ?? new Set();
    if (!marks.has(selector)) {
      marks.add(selector);
      done.set(element, marks);
      enhance(element);
    }
  }
}

/** Replaces an element by what the server sent and enhances the new one. */
export function replacePart(old: Element, html: string): HTMLElement | null {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const fresh = holder.content.firstElementChild as HTMLElement | null;
  if (fresh) {
    old.replaceWith(fresh);
    fresh.dispatchEvent(new CustomEvent("headshots:part", { bubbles: true }));
  }
  return fresh;
}

/** Fetches the page anew and puts its element with this id in the place of the one here. */
export async function refreshPart(id: string): Promise<void> {
  const old = document.getElementById(id);
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(id);
  if (answer.redirected) {
    location.replace(answer.url);
  } else if (answer.ok && old && fresh) {
    replacePart(old, fresh.outerHTML);
  }
}

/** Sentences the server put into the page for a module, in the reader's language. */
export function textsFor(name: string): (key: string, ...values: (string | number)[]) => string {
  const block = document.querySelector(`script[data-texts="${name}"]`);
  const texts = JSON.parse(block?.textContent ?? "{}") as Record<string, string>;
  return (key, ...values) => values.reduce<string>((text, value, i) => text.replaceAll(`{${i}}`, String(value)), texts[key] ?? key);
}

export const wait = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

export function find<E extends Element = HTMLElement>(root: ParentNode, selector: string): E {
  const element = root.querySelector<E>(selector);
  if (!element) {
    throw new Error(`The page lacks ${selector}.`);
  }
  return element;
}
