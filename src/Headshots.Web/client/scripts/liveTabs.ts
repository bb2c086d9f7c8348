import { ask, listen, poll, type Hear, type Progress } from "./liveSource.js";
import { wait } from "./parts.js";

/** Of the six connections that browsers keep to a host over HTTP/1.1, so many may be streams: pages and pictures need the others. */
const streams = 3;

/** A tab that hears nothing for so long asks for itself: the one that listens may have been put to sleep. */
const silence = 20000;

/**
 * Follows an address together with all other tabs that do: one of them listens, which one the browser decides, and tells the
 * others; when it is closed, the next one takes over. Where the browser cannot (a page that is not served securely, an old
 * browser), every tab follows for itself.
 */
export async function listenShared(address: string, hear: Hear): Promise<void> {
  if (!("locks" in navigator) || typeof BroadcastChannel === "undefined") {
    await follow(address, hear);
    return;
  }

  const name = `headshots-live ${address}`;
  const channel = new BroadcastChannel(name);
  const over = new AbortController();
  let heard = performance.now();
  const show: Hear = async progress => {
    heard = performance.now();
    if (await hear(progress)) {
      over.abort();
    }
    return over.signal.aborted;
  };
  channel.addEventListener("message", event => void show(event.data as Progress));
  const lead = navigator.locks.request(name, { signal: over.signal }, () => follow(address, progress => {
    channel.postMessage(progress);
    return show(progress);
  }));
  void lead.catch(() => undefined).finally(() => over.abort());
  while (!over.signal.aborted) {
    await wait(silence / 4);
    if (performance.now() - heard > silence && await ask(address, show).catch(() => false)) {
      over.abort();
    }
  }
  channel.close();
}

/** By a stream while there is room for one more, else by asking again and again. */
async function follow(address: string, hear: Hear): Promise<void> {
  if (!await streamed(address, hear)) {
    await poll(address, hear);
  }
}

async function streamed(address: string, hear: Hear): Promise<boolean> {
  if (!("locks" in navigator)) {
    return await listen(address, hear);
  }
  for (let slot = 0; slot < streams; slot++) {
    const ended = await navigator.locks.request(`headshots-stream ${slot}`, { ifAvailable: true }, async lock => lock ? await listen(address, hear) : undefined);
    if (ended !== undefined) {
      return ended;
    }
  }
  return false;
}
