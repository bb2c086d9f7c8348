import { each } from "./parts.js";

/** Links to parts of the page become tabs; without script they stay links and every part is shown. */
export function enhanceTabs(root: ParentNode): void {
  each(root, "[data-tabs]", list => {
    const tabs = [...list.querySelectorAll<HTMLAnchorElement>("a[href^='#']")];
    const panels = tabs.map(tab => document.getElementById(tab.hash.slice(1)));
    list.setAttribute("role", "tablist");
    const show = (chosen: number, focus: boolean): void => tabs.forEach((tab, i) => {
      tab.setAttribute("aria-selected", String(i === chosen));
      tab.tabIndex = i === chosen ? 0 : -1;
      const panel = panels[i];
      if (panel) {
        panel.hidden = i !== chosen;
      }
      if (focus && i === chosen) {
        tab.focus();
      }
    });
    tabs.forEach((tab, i) => {
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", tab.hash.slice(1));
      panels[i]?.setAttribute("role", "tabpanel");
      panels[i]?.setAttribute("tabindex", "0");
      tab.addEventListener("click", event => {
        event.preventDefault();
        show(i, false);
        history.replaceState(history.state, "", tab.hash);
      });
      tab.addEventListener("keydown", event => {
        const to = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: tabs.length - 1 }[event.key];
        if (to !== undefined) {
          event.preventDefault();
          show((to + tabs.length) % tabs.length, true);
        }
      });
    });
    show(Math.max(0, tabs.findIndex(tab => tab.hash === location.hash)), false);
  });
}
