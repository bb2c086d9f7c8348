import type { FaceMesh, NormalizedLandmarkList, Results } from "@mediapipe/face_mesh";

/** Faces of one frame, as 468 points in shares of the frame's width and height. */
export type Faces = NormalizedLandmarkList[];

/** MediaPipe's face mesh, loaded when somebody opens the camera and run on the device: no frame leaves it. */
export class FaceFinder {
  private answer: Faces = [];

  private constructor(private readonly mesh: FaceMesh) {
    mesh.onResults((results: Results) => { this.answer = results.multiFaceLandmarks ?? []; });
  }

  static async load(folder: string): Promise<FaceFinder> {
    await script(`${folder}face_mesh.js`);
    const constructor = (globalThis as unknown as { FaceMesh?: new (config: { locateFile: (file: string) => string }) => FaceMesh }).FaceMesh;
    if (!constructor) {
      throw new Error("The face mesh did not load.");
    }
    const mesh = new constructor({ locateFile: file => `${folder}${file}` });
    // minDetectionConfidence and staticImageMode make this version abort.
    mesh.setOptions({ maxNumFaces: 2, refineLandmarks: false });
    await mesh.initialize();
    return new FaceFinder(mesh);
  }

  async find(frame: HTMLCanvasElement): Promise<Faces> {
    await this.mesh.send({ image: frame });
    return this.answer;
  }
}

function script(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = address;
    element.onload = () => resolve();
    element.onerror = () => reject(new Error(`${address} did not load.`));
    document.head.append(element);
  });
}
