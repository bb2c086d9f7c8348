// Builds everything the portal serves to browsers: node bundle.mjs TARGET_FOLDER
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeFaceMesh } from "./face-mesh.mjs";
import { writeIcons } from "./icons.mjs";
import { fluentTokens } from "./tokens.mjs";

const client = dirname(dirname(fileURLToPath(import.meta.url)));
const target = process.argv[2];
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

await build({
  absWorkingDir: client,
  entryPoints: ["styles/site.css", "scripts/site.ts", "scripts/selfies.ts", "scripts/kits.ts", "scripts/review.ts"],
  outbase: client,
  entryNames: "[name]",
  outdir: target,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022", "chrome110", "firefox115", "safari16.4"],
  plugins: [fluentTokens(join(client, "styles"))],
  logLevel: "warning",
});
copyFileSync(join(client, "mark.svg"), join(target, "mark.svg"));
writeIcons(client, target);
writeFaceMesh(client, join(target, "face-mesh"));
