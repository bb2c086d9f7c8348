import { wait } from "../parts.js";

/** The server has read the photo and refuses it; the sentence is for the reader. */
export class Refusal extends Error {}

/** The network would not carry it. */
export class ConnectionLost extends Error {}

const pauses = [1000, 2000, 4000, 8000, 16000];

/**
 * Sends a file under an id of the client's making. Sending it again after a broken connection is harmless:
 * the server knows the id. Resolves when the server has it.
 */
export async function transfer(address: string, file: File, onProgress: (share: number) => void, onPause: () => void, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await send(address, file, onProgress, signal);
      return;
    } catch (error) {
      const pause = pauses[attempt];
      if (error instanceof Refusal || signal.aborted || pause === undefined) {
        throw error;
      }
      onPause();
      await Promise.race([wait(pause * (0.75 + Math.random() / 2)), backOnline()]);
    }
  }
}

function backOnline(): Promise<void> {
  return new Promise(resolve => {
    if (!navigator.onLine) {
      window.addEventListener("online", () => resolve(), { once: true });
    }
  });
}

function send(address: string, file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    // fetch does not tell how much was sent.
    const request = new XMLHttpRequest();
    request.open("PUT", address);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.setRequestHeader("Accept", "application/json");
    request.timeout = 120000;
    request.upload.onprogress = event => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onload = () => {
      if (request.status < 300) {
        resolve();
      } else if (request.status >= 500 || request.status === 408 || request.status === 429) {
        reject(new ConnectionLost());
      } else {
        reject(new Refusal(sentence(request)));
      }
    };
    request.onerror = request.ontimeout = () => reject(new ConnectionLost());
    request.onabort = () => reject(new DOMException("", "AbortError"));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}

function sentence(request: XMLHttpRequest): string {
  try {
    return (JSON.parse(request.responseText) as { detail?: string }).detail ?? "";
  } catch {
    return "";
  }
}
