import { find, refreshPart, textsFor } from "../parts.js";
import { ConnectionLost, Refusal, transfer } from "./transfer.js";

interface Pending {
  id: string;
  file: File;
  row: HTMLElement;
  cancelled: AbortController;
}

/**
 * Turns the plain form with a file field into a place to drop, paste and pick photos, which are sent one after another.
 * The server answers each with the list of photos as it knows it, verdicts included.
 */
export class Uploader {
  private readonly say = textsFor("upload");
  private readonly queue: Pending[] = [];
  private running = false;

  constructor(private readonly form: HTMLFormElement) {
    const field = find<HTMLInputElement>(form, "input[type=file]");
    field.addEventListener("change", () => {
      this.add([...field.files ?? []]);
      field.value = "";
    });
    form.addEventListener("submit", event => event.preventDefault(), { capture: true });
    document.addEventListener("paste", event => this.add([...event.clipboardData?.files ?? []]));
    this.acceptDrops(find(document, "[data-drop]"));
    window.addEventListener("beforeunload", event => {
      if (this.queue.length > 0) {
        event.preventDefault();
      }
    });
  }

  add(files: File[]): void {
    for (const file of files) {
      const problem = this.problemWith(file);
      const pending = { id: newId(), file, row: this.showRow(file), cancelled: new AbortController() };
      if (problem) {
        this.fail(pending, problem, false);
      } else {
        this.queue.push(pending);
      }
    }
    void this.work();
  }

  private async work(): Promise<void> {
    if (this.running) {
      return;
    }
    this.running = true;
    for (let next = this.queue[0]; next; next = this.queue[0]) {
      await this.sendOne(next);
      this.queue.splice(this.queue.indexOf(next), 1);
    }
    this.running = false;
  }

  private async sendOne(photo: Pending): Promise<void> {
    if (photo.cancelled.signal.aborted) {
      return;
    }
    const bar = find<HTMLProgressElement>(photo.row, "progress");
    const words = find(photo.row, "[data-state]");
    const progress = (share: number): void => {
      if (share < 1) {
        bar.value = share;
        words.textContent = this.say("Sending", Math.round(share * 100));
      } else {
        bar.removeAttribute("value");
        words.textContent = this.say("Looking");
      }
    };
    const pause = (): void => { words.textContent = this.say(navigator.onLine ? "Retrying" : "Offline"); };
    try {
      await transfer(`${this.form.dataset["upload"]}/${photo.id}`, photo.file, progress, pause, photo.cancelled.signal);
      await refreshPart("photos");
      photo.row.remove();
      this.announce();
    } catch (error) {
      if (error instanceof Refusal) {
        this.fail(photo, error.message || this.say("Refused"), false);
      } else if (error instanceof ConnectionLost) {
        this.fail(photo, this.say("Lost"), true);
      }
    }
  }

  private problemWith(file: File): string | null {
    const limit = Number(this.form.dataset["maxBytes"]);
    if (file.size > limit) {
      return this.say("TooLarge", Math.round(file.size / 1048576), Math.round(limit / 1048576));
    }
    if (/\.hei[cf]$/i.test(file.name) || /hei[cf]/.test(file.type)) {
      return this.say("Heic");
    }
    if (file.size === 0 || (file.type && !file.type.startsWith("image/"))) {
      return this.say("NotAPhoto");
    }
    return null;
  }

  private showRow(file: File): HTMLElement {
    const template = find<HTMLTemplateElement>(document, "template[data-pending]");
    const row = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    find(row, "[data-name]").textContent = file.name;
    const picture = find<HTMLImageElement>(row, "img");
    picture.src = URL.createObjectURL(file);
    picture.addEventListener("load", () => URL.revokeObjectURL(picture.src), { once: true });
    picture.addEventListener("error", () => picture.remove(), { once: true });
    const list = find(document, "[data-pending-list]");
    list.append(row);
    find(row, "[data-cancel]").addEventListener("click", () => {
      const pending = this.queue.find(p => p.row === row);
      pending?.cancelled.abort();
      row.remove();
    });
    return row;
  }

  private fail(photo: Pending, sentence: string, again: boolean): void {
    find(photo.row, "progress").remove();
    photo.row.classList.add("pending-failed");
    const words = find(photo.row, "[data-state]");
    words.textContent = sentence;
    words.setAttribute("role", "alert");
    const retry = find<HTMLButtonElement>(photo.row, "[data-retry]");
    retry.hidden = !again;
    retry.addEventListener("click", () => {
      photo.row.remove();
      const fresh = { ...photo, row: this.showRow(photo.file), cancelled: new AbortController() };
      this.queue.push(fresh);
      void this.work();
    }, { once: true });
  }

  private announce(): void {
    const newest = document.querySelector("#photos [data-newest]");
    const status = document.querySelector("[data-upload-status]");
    if (newest && status) {
      status.textContent = newest.getAttribute("data-newest");
    }
  }

  private acceptDrops(zone: HTMLElement): void {
    const over = (on: boolean) => (event: DragEvent): void => {
      event.preventDefault();
      zone.classList.toggle("drop-over", on);
    };
    zone.addEventListener("dragenter", over(true));
    zone.addEventListener("dragover", over(true));
    zone.addEventListener("dragleave", over(false));
    zone.addEventListener("drop", event => {
      over(false)(event);
      this.add([...event.dataTransfer?.files ?? []]);
    });
  }
}

/** crypto.randomUUID exists on secure origins only; a trial on a colleague's machine is none. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map(b => b.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
