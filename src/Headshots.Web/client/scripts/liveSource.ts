import { wait } from "./parts.js";

export interface Progress {
  /** Changes whenever there is something new to show. */
  version: string;
  /** Where to go once nothing more will happen here. */
  next?: string | null;
}

/** Shows what came; resolves to true when the story ended. */
export type Hear = (progress: Progress) => Promise<boolean>;

/** Resolves to true when the story ended, to false when events do not come through. */
export function listen(address: string, hear: Hear): Promise<boolean> {
  return new Promise(resolve => {
    const source = new EventSource(address);
    const end = (over: boolean): void => {
      clearTimeout(silence);
      source.close();
      resolve(over);
    };
    let silence = window.setTimeout(() => end(false), 8000);
    source.onmessage = async event => {
      clearTimeout(silence);
      silence = window.setTimeout(() => end(false), 45000);
      if (await hear(JSON.parse(event.data as string) as Progress)) {
        end(true);
      }
    };
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) {
        end(false);
      }
    };
  });
}

export async function poll(address: string, hear: Hear): Promise<void> {
  for (let pause = 2000; ; ) {
    await wait(document.hidden ? 10000 : pause);
    try {
      if (await ask(address, hear)) {
        return;
      }
      pause = 2000;
    } catch {
      pause = Math.min(pause * 2, 30000);
    }
  }
}

/** One question; true when there is nothing more to ask. */
export async function ask(address: string, hear: Hear): Promise<boolean> {
  const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
  if (answer.status === 410) {
    // The link ended meanwhile: the page itself says so.
    location.reload();
    return true;
  }
  // Reloading what is not there would go round in circles.
  return answer.status === 404 || answer.ok && await hear(await answer.json() as Progress);
}
