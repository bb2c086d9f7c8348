import type { Faces } from "./faceMesh.js";

export interface Light {
  /** 90th percentile of the frame's luma, 0–255. Of the frame, not of the face: dark skin in good light is no dark photo. */
  bright: number;
  /** Mean luma of the face. */
  face: number;
  /** Share of the face without drawing left, burnt out. */
  burnt: number;
  /** Mean luma around the head. */
  behind: number;
  /** Lighter half of the face over the darker one. */
  sides: number;
}

/** Reads the light off a small copy of the frame. */
export function measureLight(context: CanvasRenderingContext2D, faces: Faces): Light {
  const { width, height } = context.canvas;
  const pixels = context.getImageData(0, 0, width, height).data;
  const box = boxOf(faces, width, height);
  const histogram = new Uint32Array(256);
  let face = 0, faceCount = 0, burnt = 0, behind = 0, behindCount = 0, left = 0, right = 0;
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      const i = (y * width + x) * 4;
      const luma = 0.2126 * pixels[i]! + 0.7152 * pixels[i + 1]! + 0.0722 * pixels[i + 2]!;
      histogram[luma | 0]!++;
      if (x > box.left && x < box.right && y > box.top && y < box.bottom) {
        face += luma;
        faceCount++;
        burnt += luma > 250 ? 1 : 0;
        if (x < (box.left + box.right) / 2) { left += luma; } else { right += luma; }
      } else if (y < box.bottom) {
        behind += luma;
        behindCount++;
      }
    }
  }
  return {
    bright: percentile(histogram, 0.9),
    face: face / Math.max(1, faceCount),
    burnt: burnt / Math.max(1, faceCount),
    behind: behind / Math.max(1, behindCount),
    sides: Math.max(left, right, 1) / Math.max(1, Math.min(left, right)),
  };
}

function boxOf(faces: Faces, width: number, height: number): { left: number; right: number; top: number; bottom: number } {
  const face = faces[0] ?? [];
  const xs = face.map(p => p.x * width), ys = face.map(p => p.y * height);
  return face.length > 0
    ? { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
    : { left: width, right: width, top: height, bottom: height };
}

function percentile(histogram: Uint32Array, share: number): number {
  const wanted = histogram.reduce((sum, n) => sum + n, 0) * share;
  let sum = 0;
  return histogram.findIndex(n => (sum += n) >= wanted);
}
