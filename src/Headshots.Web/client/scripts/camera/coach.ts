import type { Faces } from "./faceMesh.js";
import type { Light } from "./light.js";

/** What to do next, most pressing first; the page says it in words. */
export type Advice =
  | "NoFace" | "OneFace" | "TooFar" | "TooNear" | "MoveLeft" | "MoveRight" | "MoveUp" | "MoveDown"
  | "Straighten" | "TurnToCamera" | "ChinUp" | "ChinDown" | "TooDark" | "TooBright" | "LightBehind" | "OneSided" | "HoldStill" | "Ready";

/** The part of the frame that the page shows, in shares of the frame. */
export interface View { left: number; top: number; width: number; height: number }

interface Point { x: number; y: number; z: number }

// Vertices of MediaPipe's canonical face: forehead, chin, outer eye corners, nose tip, edges of the face at the ears.
const forehead = 10, chin = 152, rightEye = 33, leftEye = 263, noseTip = 1, rightEdge = 234, leftEdge = 454;

const bounds = {
  /** Forehead to chin in shares of the view's height. Nearer than this a phone's lens swells the nose. */
  smallest: 0.30, largest: 0.62,
  /** How far the face may be off the outline's middle, in shares of the view. */
  sideways: 0.11, upright: 0.12,
  roll: 9, yaw: 16, pitch: 17,
  /** Mean way of the eyes between two looks, in shares of the face's height. */
  motion: 0.035,
};

/** Centre of the outline on the page, a little above the middle as in a portrait. */
const outline = { x: 0.5, y: 0.46 };

export class Coach {
  private previous: Point[] | undefined;

  /** Everything said is advice: nothing here keeps anybody from taking the photo. */
  advise(faces: Faces, view: View, aspect: number, light: Light): Advice {
    const face = faces[0];
    if (!face) {
      this.previous = undefined;
      return "NoFace";
    }
    const seen = face.map(p => ({ x: (p.x - view.left) / view.width, y: (p.y - view.top) / view.height, z: p.z / view.width }));
    return (faces.length > 1 ? "OneFace" : null) ?? place(seen) ?? pose(face, aspect) ?? lighting(light) ?? this.motion(seen) ?? "Ready";
  }

  private motion(seen: Point[]): Advice | null {
    const before = this.previous;
    this.previous = seen;
    const height = seen[chin]!.y - seen[forehead]!.y;
    const way = before ? [rightEye, leftEye, noseTip].reduce((sum, i) => sum + Math.hypot(seen[i]!.x - before[i]!.x, seen[i]!.y - before[i]!.y), 0) / 3 : 1;
    return way > bounds.motion * height ? "HoldStill" : null;
  }
}

function place(seen: Point[]): Advice | null {
  const height = seen[chin]!.y - seen[forehead]!.y;
  const x = (seen[rightEdge]!.x + seen[leftEdge]!.x) / 2 - outline.x;
  const y = (seen[chin]!.y + seen[forehead]!.y) / 2 - outline.y;
  if (height < bounds.smallest) {
    return "TooFar";
  }
  if (height > bounds.largest) {
    return "TooNear";
  }
  // The camera sees one unmirrored: a face on the frame's left belongs to somebody who stands too far to their own right.
  if (Math.abs(x) > bounds.sideways) {
    return x < 0 ? "MoveLeft" : "MoveRight";
  }
  return Math.abs(y) > bounds.upright ? (y < 0 ? "MoveDown" : "MoveUp") : null;
}

function pose(face: Point[], aspect: number): Advice | null {
  // Square units: x and z are shares of the frame's width, y of its height.
  const at = (i: number): Point => ({ x: face[i]!.x * aspect, y: face[i]!.y, z: face[i]!.z * aspect });
  const degrees = (radians: number): number => radians * 180 / Math.PI;
  const [r, l, top, bottom] = [at(rightEye), at(leftEye), at(forehead), at(chin)];
  const [rEdge, lEdge] = [at(rightEdge), at(leftEdge)];
  if (Math.abs(degrees(Math.atan2(l.y - r.y, l.x - r.x))) > bounds.roll) {
    return "Straighten";
  }
  if (Math.abs(degrees(Math.atan2(lEdge.z - rEdge.z, lEdge.x - rEdge.x))) > bounds.yaw) {
    return "TurnToCamera";
  }
  const pitch = degrees(Math.atan2(bottom.z - top.z, bottom.y - top.y));
  return Math.abs(pitch) > bounds.pitch ? (pitch > 0 ? "ChinDown" : "ChinUp") : null;
}

function lighting(light: Light): Advice | null {
  if (light.bright < 70) {
    return "TooDark";
  }
  if (light.burnt > 0.12) {
    return "TooBright";
  }
  if (light.behind > 200 && light.face < light.behind * 0.28) {
    return "LightBehind";
  }
  return light.sides > 2.6 ? "OneSided" : null;
}
