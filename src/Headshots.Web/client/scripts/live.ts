import { listenShared } from "./liveTabs.js";
import { each, refreshPart } from "./parts.js";

/**
 * data-live="address" names an endpoint that sends Progress as server-sent events, or as JSON to whoever asks for that.
 * On a new version the element is fetched anew from its page. Proxies may hold events back, so polling takes over in silence.
 */
export function enhanceLive(root: ParentNode): void {
  each(root, "[data-live]", element => void follow(element.id, element.dataset["live"] ?? "", element.dataset["version"] ?? ""));
}

async function follow(id: string, address: string, version: string): Promise<void> {
  await listenShared(address, async progress => {
    if (progress.next) {
      location.replace(progress.next);
      return true;
    }
    if (progress.version !== version) {
      version = progress.version;
      await refreshPart(id);
    }
    return false;
  });
}
