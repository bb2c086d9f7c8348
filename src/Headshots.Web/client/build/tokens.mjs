// Fluent's tokens as custom properties: only those that a style sheet uses, in a light and a dark set.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createDarkTheme, createLightTheme } from "@fluentui/tokens";

// Fluent's web ramp, carried to the hue of a calm sea in OKLCH: the same steps of lightness, so its contrast rules hold.
const brand = {
  10: "#061919", 20: "#062727", 30: "#053333", 40: "#044142", 50: "#034f50", 60: "#045e5f", 70: "#026768", 80: "#077677",
  90: "#089294", 100: "#1babad", 110: "#4eb5b6", 120: "#6abebf", 130: "#8ccbcb", 140: "#add8d8", 150: "#cae3e3", 160: "#e6f0f0",
};

const system = '"Segoe UI Variable Text", "Segoe UI", system-ui, -apple-system, "Roboto", "Noto Sans", sans-serif';
const fonts = { fontFamilyBase: system };

// Neutral greys with a breath of warmth: a page of portraits on blue-grey makes skin look ill.
const warmLight = {
  canvas: "#f8f6f3", canvasTint: "#f1ede7", colorNeutralBackground2: "#fbfaf8", colorNeutralBackground3: "#f5f2ee",
  colorNeutralBackground1Hover: "#f6f3ef", colorNeutralBackground1Pressed: "#e9e5df", colorSubtleBackgroundHover: "#f1ede8",
  colorSubtleBackgroundPressed: "#e6e1da", apricot: "#f3b48b", apricotPale: "#fbe6d8", sand: "#e9dccb", ink: "#2c3a3a", skin: "#d99a73", hair: "#2c3a3a",
};
const warmDark = {
  canvas: "#1b1a19", canvasTint: "#161514", colorNeutralBackground1: "#262524", colorNeutralBackground2: "#211f1e", colorNeutralBackground3: "#1d1c1b",
  apricot: "#c88a63", apricotPale: "#4b3628", sand: "#4a4239", ink: "#d7e3e2", skin: "#b27a57", hair: "#171d1d", colorStatusDangerForeground1: "#f0979f",
};

const light = { ...createLightTheme(brand), ...warmLight, ...fonts };
const dark = { ...createDarkTheme(brand), ...warmDark, ...fonts };

export function fluentTokens(styles) {
  return {
    name: "fluent-tokens",
    setup(build) {
      build.onResolve({ filter: /^fluent-tokens$/ }, () => ({ path: "fluent-tokens", namespace: "tokens" }));
      build.onLoad({ filter: /.*/, namespace: "tokens" }, () => ({ contents: sheet(usedIn(styles)), loader: "css" }));
    },
  };
}

function usedIn(styles) {
  const text = readdirSync(styles).filter(f => f.endsWith(".css")).map(f => readFileSync(join(styles, f), "utf8")).join("\n");
  const declared = new Set([...text.matchAll(/(--[\w-]+)\s*:/g)].map(m => m[1]));
  const used = [...new Set([...text.matchAll(/var\((--[\w-]+)/g)].map(m => m[1]))].filter(v => !declared.has(v)).sort();
  const unknown = used.filter(v => !(v.slice(2) in light));
  if (unknown.length > 0) {
    throw new Error(`No style sheet declares and Fluent does not know: ${unknown.join(", ")}`);
  }
  return used.map(v => v.slice(2));
}

function sheet(names) {
  const block = theme => names.map(n => `--${n}:${theme[n]}`).join(";");
  const difference = names.filter(n => dark[n] !== light[n]);
  const darkBlock = difference.map(n => `--${n}:${dark[n]}`).join(";");
  return `:root{color-scheme:light;${block(light)}}
:root[data-theme="dark"]{color-scheme:dark;${darkBlock}}
@media (prefers-color-scheme:dark){:root:not([data-theme="light"]){color-scheme:dark;${darkBlock}}}`;
}
