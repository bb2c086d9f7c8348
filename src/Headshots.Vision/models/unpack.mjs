// Copies the networks out of MediaPipe's npm packages: node unpack.mjs TARGET_FOLDER
// face_mesh keeps its files inside one packed asset; the byte ranges stand in the loader script beside it.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const target = process.argv[2];
const packages = join(dirname(fileURLToPath(import.meta.url)), "node_modules", "@mediapipe");
mkdirSync(target, { recursive: true });

for (const file of ["face_detection/face_detection_full_range.tflite", "selfie_segmentation/selfie_segmentation.tflite"]) {
  copyFileSync(join(packages, file), join(target, basename(file)));
}

const asset = join(packages, "face_mesh", "face_mesh_solution_packed_assets");
const listing = /"files":\s*(\[[^\]]*\])/.exec(readFileSync(`${asset}_loader.js`, "utf8"));
if (!listing) {
  throw new Error("face_mesh_solution_packed_assets_loader.js no longer lists its files; check the package version.");
}

const bytes = readFileSync(`${asset}.data`);
for (const { filename, start, end } of JSON.parse(listing[1])) {
  writeFileSync(join(target, basename(filename)), bytes.subarray(start, end));
}
