import { each, replacePart } from "./parts.js";

/**
 * A search form with data-filter="id": while one types, the element with that id is fetched anew from the same address
 * the form would go to, and the address line follows. Without script the form is submitted as it is.
 */
export function enhanceFilters(root: ParentNode): void {
  each<HTMLFormElement>(root, "form[data-filter]", form => {
    let timer = 0;
    let running: AbortController | undefined;
    const refresh = async (): Promise<void> => {
      running?.abort();
      running = new AbortController();
      const address = addressOf(form);
      const target = document.getElementById(form.dataset["filter"] ?? "");
      if (!target) {
        return;
      }
      target.setAttribute("aria-busy", "true");
      try {
        const answer = await fetch(address, { signal: running.signal, headers: { Accept: "text/html" } });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = page.getElementById(target.id);
        if (!answer.ok || !fresh) {
          location.assign(address);
          return;
        }
        replacePart(target, fresh.outerHTML);
        history.replaceState(history.state, "", address);
      } catch (error) {
        if (!(error instanceof DOMException && error.name === "AbortError")) {
          form.submit();
        }
      }
    };
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = window.setTimeout(refresh, 250);
    });
    form.addEventListener("change", () => {
      clearTimeout(timer);
      timer = window.setTimeout(refresh, 50);
    });
    form.addEventListener("submit", event => {
      event.preventDefault();
      event.stopImmediatePropagation();
      clearTimeout(timer);
      void refresh();
    }, { capture: true });
  });
}

function addressOf(form: HTMLFormElement): string {
  const address = new URL(form.action);
  const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string" && value !== "") as [string, string][];
  address.search = new URLSearchParams(fields).toString();
  return address.href;
}
