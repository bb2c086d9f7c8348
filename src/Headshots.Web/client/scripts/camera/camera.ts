import { find, textsFor, wait } from "../parts.js";
import { Coach, type Advice, type View } from "./coach.js";
import { FaceFinder } from "./faceMesh.js";
import { measureLight } from "./light.js";
import { takeStill } from "./still.js";

/** Width of the copy that is looked at: enough for the mesh, whose own input is 192 pixels. */
const lookWidth = 320;

export function enhanceCamera(root: HTMLElement, send: (photo: File) => void): void {
  const opener = find<HTMLButtonElement>(root, "[data-camera-open]");
  if (!navigator.mediaDevices?.getUserMedia) {
    root.hidden = true;
    return;
  }
  const session = new CameraSession(root, send);
  opener.addEventListener("click", () => void session.open());
}

class CameraSession {
  private readonly say = textsFor("camera");
  private readonly dialog: HTMLDialogElement;
  private readonly video: HTMLVideoElement;
  private readonly words: HTMLElement;
  private readonly spoken: HTMLElement;
  private readonly coach = new Coach();
  private finder: Promise<FaceFinder | null> | undefined;
  private stream: MediaStream | undefined;
  private still: File | undefined;
  private said: string = "";
  private spokenAt = 0;
  private wish: { advice: string; since: number } = { advice: "", since: 0 };

  constructor(private readonly root: HTMLElement, private readonly send: (photo: File) => void) {
    this.dialog = find(root, "dialog");
    this.video = find(root, "video");
    this.words = find(root, "[data-coach]");
    this.spoken = find(root, "[data-coach-spoken]");
    find(root, "[data-shutter]").addEventListener("click", () => void this.take());
    find(root, "[data-again]").addEventListener("click", () => this.showLive());
    find(root, "[data-use]").addEventListener("click", () => this.use());
    this.dialog.addEventListener("close", () => this.stop());
    document.addEventListener("visibilitychange", () => {
      if (document.hidden && this.dialog.open) {
        this.dialog.close();
      }
    });
  }

  async open(): Promise<void> {
    this.dialog.showModal();
    this.showLive();
    this.tell("Starting");
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: "user", width: { ideal: 2560 }, height: { ideal: 1920 } },
      });
    } catch (error) {
      this.showTrouble(error instanceof DOMException ? error.name : "");
      return;
    }
    if (!this.dialog.open) {
      this.stop();
      return;
    }
    this.video.srcObject = this.stream;
    await this.video.play();
    this.root.querySelector("[data-shutter]")?.removeAttribute("disabled");
    this.finder ??= FaceFinder.load(this.root.dataset["mesh"] ?? "").catch(() => null);
    this.tell("Loading");
    const finder = await this.finder;
    if (finder) {
      await this.watch(finder, this.stream);
    } else {
      this.tell("NoGuide");
    }
  }

  private async watch(finder: FaceFinder, stream: MediaStream): Promise<void> {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d", { willReadFrequently: true })!;
    while (this.stream === stream && this.dialog.open) {
      if (this.still || this.video.videoWidth === 0) {
        await wait(150);
        continue;
      }
      canvas.width = lookWidth;
      canvas.height = Math.round(lookWidth * this.video.videoHeight / this.video.videoWidth);
      context.drawImage(this.video, 0, 0, canvas.width, canvas.height);
      try {
        const faces = await finder.find(canvas);
        this.consider(this.coach.advise(faces, this.view(), canvas.width / canvas.height, measureLight(context, faces)));
      } catch {
        this.tell("NoGuide");
        return;
      }
      await wait(60);
    }
  }

  /** The frame covers its place on the page, so its edges may be cut off. */
  private view(): View {
    const place = this.video.getBoundingClientRect();
    const scale = Math.max(place.width / this.video.videoWidth, place.height / this.video.videoHeight);
    const width = place.width / (this.video.videoWidth * scale), height = place.height / (this.video.videoHeight * scale);
    return { left: (1 - width) / 2, top: (1 - height) / 2, width, height };
  }

  /** Advice that changes with every frame helps nobody: it has to last before it is said. */
  private consider(advice: Advice): void {
    const now = performance.now();
    if (advice !== this.wish.advice) {
      this.wish = { advice, since: now };
    }
    if (now - this.wish.since > 350) {
      this.tell(advice);
    }
  }

  private tell(key: string): void {
    const now = performance.now();
    if (key !== this.said) {
      this.said = key;
      this.words.textContent = this.say(key);
      this.dialog.dataset["advice"] = key;
    }
    // A screen reader is told less often than the eye.
    if (this.spoken.textContent !== this.say(key) && now - this.spokenAt > 2500) {
      this.spokenAt = now;
      this.spoken.textContent = this.say(key);
    }
  }

  private async take(): Promise<void> {
    const track = this.stream?.getVideoTracks()[0];
    const shutter = find<HTMLButtonElement>(this.root, "[data-shutter]");
    if (!track || shutter.getAttribute("aria-busy") === "true") {
      return;
    }
    shutter.setAttribute("aria-busy", "true");
    try {
      this.still = await takeStill(this.video, track);
      const picture = find<HTMLImageElement>(this.root, "[data-still]");
      picture.src = URL.createObjectURL(this.still);
      this.dialog.dataset["stage"] = "still";
      find(this.root, "[data-use]").focus();
    } catch {
      this.tell("StillFailed");
    } finally {
      shutter.removeAttribute("aria-busy");
    }
  }

  private use(): void {
    if (this.still) {
      this.send(this.still);
    }
    this.dialog.close();
  }

  private showLive(): void {
    const picture = find<HTMLImageElement>(this.root, "[data-still]");
    URL.revokeObjectURL(picture.src);
    picture.removeAttribute("src");
    this.still = undefined;
    this.dialog.dataset["stage"] = "live";
  }

  private showTrouble(name: string): void {
    this.dialog.dataset["stage"] = "trouble";
    const key = name === "NotAllowedError" ? "NotAllowed" : name === "NotFoundError" ? "NoCamera" : name === "NotReadableError" ? "CameraBusy" : "CameraFailed";
    find(this.root, "[data-trouble]").textContent = this.say(key);
  }

  private stop(): void {
    this.stream?.getTracks().forEach(track => track.stop());
    this.stream = undefined;
    this.video.srcObject = null;
    this.said = "";
    this.root.querySelector("[data-shutter]")?.setAttribute("disabled", "");
    this.showLive();
  }
}
