import { each, refreshPart, wait } from "./parts.js";

interface Progress {
  /** Changes whenever there is something new to show. */
  version: string;
  /** Where to go once nothing more will happen here. */
  next?: string | null;
}

/**
 * data-live="address" names an endpoint that sends Progress as server-sent events, or as JSON to whoever asks for that.
 * On a new version the element is fetched anew from its page. Proxies may hold events back, so polling takes over in silence.
 */
export function enhanceLive(root: ParentNode): void {
  each(root, "[data-live]", element => void follow(element.id, element.dataset["live"] ?? "", element.dataset["version"] ?? ""));
}

async function follow(id: string, address: string, version: string): Promise<void> {
  const show = async (progress: Progress): Promise<boolean> => {
    if (progress.next) {
      location.replace(progress.next);
      return true;
    }
    if (progress.version !== version) {
      version = progress.version;
      await refreshPart(id);
    }
    return false;
  };
  if (!await listen(address, show)) {
    await poll(address, show);
  }
}

/** Resolves to true when the story ended, to false when events do not come through. */
function listen(address: string, show: (progress: Progress) => Promise<boolean>): Promise<boolean> {
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
      if (await show(JSON.parse(event.data as string) as Progress)) {
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

async function poll(address: string, show: (progress: Progress) => Promise<boolean>): Promise<void> {
  for (let pause = 2000; ; ) {
    await wait(document.hidden ? 10000 : pause);
    try {
      const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
      if (answer.status === 410) {
        // The link ended meanwhile: the page itself says so.
        location.reload();
        return;
      }
      if (answer.status === 404) {
        // Reloading what is not there would go round in circles.
        return;
      }
      if (answer.ok && await show(await answer.json() as Progress)) {
        return;
      }
      pause = 2000;
    } catch {
      pause = Math.min(pause * 2, 30000);
    }
  }
}
