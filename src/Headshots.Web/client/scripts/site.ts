import { enhanceCompare } from "./compare.js";
import { enhanceCopy } from "./copy.js";
import { enhanceDialogs } from "./dialogs.js";
import { enhanceFilters } from "./filter.js";
import { enhanceForms } from "./forms.js";
import { enhanceLive } from "./live.js";
import { enhanceMore } from "./more.js";
import { enhanceSelection } from "./selection.js";
import { enhanceShortcuts } from "./shortcuts.js";
import { enhanceTabs } from "./tabs.js";
import { enhanceToasts } from "./toasts.js";

document.documentElement.classList.add("scripted");
enhanceForms(document);
enhanceShortcuts(document);
enhanceLive(document);
enhancePart(document);
// A part of the page that came later is enhanced like the page itself.
document.addEventListener("headshots:part", event => enhancePart(event.target as HTMLElement));

function enhancePart(part: ParentNode): void {
  enhanceCompare(part);
  enhanceCopy(part);
  enhanceDialogs(part);
  enhanceFilters(part);
  enhanceMore(part);
  enhanceSelection(part);
  enhanceTabs(part);
  enhanceToasts(part);
}
