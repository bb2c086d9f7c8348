import { each } from "./parts.js";

/** Lays the second picture over the first; a range input moves the edge, so keys, touch and screen readers work as everywhere. */
export function enhanceCompare(root: ParentNode): void {
  each(root, "[data-compare]", figure => {
    const range = document.createElement("input");
    range.type = "range";
    range.className = "compare-range";
    range.min = "0";
    range.max = "100";
    range.value = "50";
    range.setAttribute("aria-label", figure.dataset["compare"] ?? "");
    const handle = document.createElement("span");
    handle.className = "compare-handle";
    const move = (): void => {
      figure.style.setProperty("--position", `${range.value}%`);
      range.setAttribute("aria-valuetext", `${range.value} %`);
    };
    range.addEventListener("input", move);
    figure.append(handle, range);
    move();
  });
}
