import { each, find } from "./parts.js";

/* The editor of a brand kit: what belongs to the chosen background only, rows to add, uploads, and a preview that follows. */

function showWhatApplies(form: HTMLFormElement): void {
  form.querySelectorAll<HTMLElement>("[data-when]").forEach(part => {
    const [name, value] = part.dataset["when"]!.split("=");
    part.hidden = form.querySelector<HTMLInputElement>(`[name="${name}"]:checked`)?.value !== value;
  });
}

/** Whichever of the two views was changed last is the one that is saved. */
function saveWhatWasEdited(form: HTMLFormElement, field: HTMLElement): void {
  const json = form.querySelector<HTMLInputElement>("[data-json-wins] input");
  if (json && field !== json && field.id !== "name") {
    json.checked = field.closest("#json") !== null;
  }
}

/** A slider says its number; a colour's two fields say the same. */
function showValue(field: HTMLInputElement): void {
  if (field.type === "range") {
    const output = field.parentElement?.querySelector("output");
    if (output) {
      output.value = field.value;
    }
  } else if (field.dataset["colour"]) {
    const text = document.getElementById(field.dataset["colour"]) as HTMLInputElement;
    text.value = field.value.toUpperCase();
  } else if (/^#[0-9a-f]{6}$/i.test(field.value) && field.previousElementSibling?.matches("input[type=color]")) {
    (field.previousElementSibling as HTMLInputElement).value = field.value.toLowerCase();
  }
}

/** The JSON view shows what the fields say when it is opened, unless it was itself edited last. */
function keepJsonInStep(form: HTMLFormElement): void {
  const text = form.querySelector<HTMLTextAreaElement>("#json-text");
  const wins = form.querySelector<HTMLInputElement>("[data-json-wins] input");
  const tab = document.querySelector<HTMLAnchorElement>("[data-tabs] a[href='#json']");
  let asked = 0;
  tab?.addEventListener("click", async () => {
    if (!text || !form.dataset["asJson"] || wins?.checked || text.matches(":disabled")) {
      return;
    }
    const turn = ++asked;
    const fields = new FormData(form);
    fields.delete("json");
    text.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.dataset["asJson"], { method: "POST", body: fields });
      const json = answer.ok ? await answer.text() : undefined;
      // Typing in it meanwhile counts for more.
      if (json !== undefined && turn === asked && !wins?.checked) {
        text.value = json;
      }
    } finally {
      text.removeAttribute("aria-busy");
    }
  });
}

function addRows(rows: HTMLElement): void {
  const button = rows.parentElement?.querySelector<HTMLButtonElement>("[data-add-row]");
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const row = rows.lastElementChild!.cloneNode(true) as HTMLElement;
      row.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select").forEach(field => { field.value = ""; });
      rows.append(row);
      row.querySelector<HTMLElement>("input")?.focus();
    });
  }
}

function upload(form: HTMLFormElement, holder: HTMLElement): void {
  holder.hidden = false;
  const field = document.getElementById(holder.dataset["assetFor"]!) as HTMLInputElement;
  const file = find<HTMLInputElement>(holder, "input[type=file]");
  const button = find(holder, "label");
  file.addEventListener("change", async event => {
    event.stopPropagation();
    const picture = file.files?.[0];
    if (!picture) {
      return;
    }
    button.setAttribute("aria-busy", "true");
    const data = new FormData();
    data.set("__RequestVerificationToken", token(form));
    data.set("picture", picture);
    try {
      const answer = await fetch(form.dataset["assets"]!, { method: "POST", body: data });
      const { name, problem } = await answer.json() as { name?: string; problem?: string };
      showError(form, field.name, problem ?? "");
      if (name) {
        field.value = name;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    } finally {
      button.removeAttribute("aria-busy");
      file.value = "";
    }
  });
}

function warnBeforeLeaving(form: HTMLFormElement): () => void {
  let changed = false;
  let sent = false;
  form.addEventListener("submit", () => { sent = true; });
  window.addEventListener("beforeunload", event => {
    if (changed && !sent) {
      event.preventDefault();
    }
  });
  return () => { changed = true; };
}

function token(form: HTMLFormElement): string {
  return find<HTMLInputElement>(form, "input[name=__RequestVerificationToken]").value;
}

function showError(form: HTMLFormElement, name: string, message: string): boolean {
  const place = [...form.querySelectorAll<HTMLElement>("[data-error-for]")].find(e => e.dataset["errorFor"] === name);
  if (place) {
    place.textContent = message;
    place.hidden = message === "";
  }
  return place !== undefined;
}

interface Wrong {
  message: string;
  fields: { name: string; message: string }[];
}

/** Asks for a small headshot of the form as it stands, a moment after the last change; an older question is dropped. */
class Preview {
  private static readonly pause = 120;
  private static readonly longSide = 1400;
  private timer = 0;
  private running: AbortController | undefined;
  private photo: Blob | undefined;
  private shown = "";
  private readonly picture: HTMLImageElement;
  private readonly words: HTMLElement;

  constructor(private readonly form: HTMLFormElement, private readonly panel: HTMLElement, dirty: () => void) {
    this.picture = find<HTMLImageElement>(panel, ".preview-picture");
    this.words = find(panel, "[data-preview-words]");
    panel.querySelectorAll<HTMLElement>("[data-preview-tools]").forEach(tool => { tool.hidden = tool.querySelector("select")?.options.length === 1; });
    form.addEventListener("input", () => {
      dirty();
      this.soon();
    });
    panel.addEventListener("change", event => void this.choose(event.target as HTMLInputElement));
    document.querySelectorAll<HTMLAnchorElement>("[data-tabs] a").forEach(tab => tab.addEventListener("click", () => this.soon()));
    this.soon();
  }

  private async choose(field: HTMLInputElement): Promise<void> {
    if (field.hasAttribute("data-preview-photo")) {
      this.photo = field.files?.[0] ? await smaller(field.files[0], Preview.longSide) : undefined;
      this.panel.querySelectorAll<HTMLInputElement>("[name=preview-sitter]").forEach(sitter => { sitter.checked = false; });
    } else if (field.name === "preview-sitter") {
      this.photo = undefined;
    }
    this.soon();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.ask(), Preview.pause);
  }

  private async ask(): Promise<void> {
    this.running?.abort();
    const running = this.running = new AbortController();
    this.panel.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(this.form.dataset["preview"]!, { method: "POST", body: this.question(), signal: running.signal });
      this.form.querySelectorAll<HTMLElement>("[data-error-for]").forEach(e => { e.hidden = true; });
      if (answer.headers.get("Content-Type")?.startsWith("image/")) {
        this.show(await answer.blob(), JSON.parse(decodeURIComponent(answer.headers.get("Preview-Warnings") ?? "[]")) as string[]);
      } else if (answer.status === 400) {
        this.refuse(await answer.json() as Wrong);
      } else {
        this.say([this.panel.dataset["failed"] ?? ""], "note-danger");
      }
      this.panel.removeAttribute("aria-busy");
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) {
        this.panel.removeAttribute("aria-busy");
        this.say([this.panel.dataset["failed"] ?? ""], "note-danger");
      }
    }
  }

  private question(): FormData {
    const data = new FormData(this.form);
    const sitter = this.panel.querySelector<HTMLInputElement>("[name=preview-sitter]:checked");
    const variant = this.panel.querySelector<HTMLSelectElement>("[data-preview-variant]");
    data.set("sitter", sitter?.value ?? "");
    data.set("variant", variant?.value ?? "");
    if (this.photo) {
      data.set("photo", this.photo, "photo.jpg");
    }
    return data;
  }

  private show(jpeg: Blob, warnings: string[]): void {
    const address = URL.createObjectURL(jpeg);
    this.picture.src = address;
    URL.revokeObjectURL(this.shown);
    this.shown = address;
    this.say(warnings, "note-warning");
  }

  private refuse(wrong: Wrong): void {
    const elsewhere = wrong.fields.filter(field => !showError(this.form, field.name, field.message));
    this.say([wrong.message, ...elsewhere.map(field => field.message)], "note-danger");
  }

  private say(sentences: string[], tone: string): void {
    this.words.replaceChildren(...sentences.filter(Boolean).map(sentence => {
      const note = document.createElement("p");
      note.className = `note ${tone} small`;
      note.textContent = sentence;
      return note;
    }));
  }
}

/** What is sent is no larger than a preview needs; a photo the browser cannot read is sent as it is and judged by the server. */
async function smaller(file: File, longSide: number): Promise<Blob> {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, longSide / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext("2d")!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return await new Promise(resolve => canvas.toBlob(blob => resolve(blob ?? file), "image/jpeg", 0.92));
  } catch {
    return file;
  }
}

each<HTMLFormElement>(document, "form[data-kit-form]", form => {
  showWhatApplies(form);
  form.addEventListener("input", event => {
    showWhatApplies(form);
    showValue(event.target as HTMLInputElement);
    saveWhatWasEdited(form, event.target as HTMLElement);
  });
  keepJsonInStep(form);
  each(form, "[data-rows]", rows => addRows(rows));
  each(form, "[data-asset-for]", holder => upload(form, holder));
  const dirty = warnBeforeLeaving(form);
  each(document, "[data-kit-preview]", panel => new Preview(form, panel, dirty));
});
