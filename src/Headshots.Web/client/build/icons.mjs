// One sprite of the Fluent icons named in icons.txt; <icon name="camera"> refers to it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export function writeIcons(client, target) {
  const folder = join(client, "node_modules", "@fluentui", "svg-icons", "icons");
  const names = readFileSync(join(client, "icons.txt"), "utf8").split("\n").filter(Boolean);
  const symbols = names.map(name => {
    const file = `${name.replaceAll("-", "_")}_20_regular.svg`;
    const [, viewBox, shapes] = /viewBox="([^"]+)"[^>]*>(.*)<\/svg>/s.exec(readFileSync(join(folder, file), "utf8"))
      ?? fail(`${file} is not the drawing it used to be.`);
    return `<symbol id="${name}" viewBox="${viewBox}">${shapes}</symbol>`;
  });
  writeFileSync(join(target, "icons.svg"), `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>\n`);
}

function fail(message) {
  throw new Error(message);
}
