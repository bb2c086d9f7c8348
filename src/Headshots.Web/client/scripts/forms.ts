/** A second click must not send a form twice; coming back by the back button makes the form usable again. */
export function enhanceForms(root: Document): void {
  root.addEventListener("submit", event => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method === "dialog" || form.target === "_blank") {
      return;
    }
    if (form.dataset["sending"] === "yes") {
      event.preventDefault();
      return;
    }
    if (form.method !== "get") {
      form.dataset["sending"] = "yes";
      (event.submitter ?? form.querySelector("button:not([type=button])"))?.setAttribute("aria-busy", "true");
      // A download leaves the page standing: free the form again.
      if (form.hasAttribute("data-download")) {
        setTimeout(() => free(form), 3000);
      }
    }
  });
  root.addEventListener("change", event => {
    const field = event.target as HTMLInputElement;
    if (field.hasAttribute?.("data-submit-on-change")) {
      field.form?.requestSubmit();
    }
  });
  window.addEventListener("pageshow", () => root.querySelectorAll<HTMLFormElement>("form[data-sending]").forEach(free));
}

function free(form: HTMLFormElement): void {
  delete form.dataset["sending"];
  form.querySelectorAll("[aria-busy]").forEach(button => button.removeAttribute("aria-busy"));
}
