import { wait } from "../parts.js";

interface StillCamera { takePhoto(): Promise<Blob> }

/** The best still the device gives: the sensor's own photo where the browser can ask for it, else the video frame in full size. */
export async function takeStill(video: HTMLVideoElement, track: MediaStreamTrack): Promise<File> {
  return asFile(await sensorPhoto(track) ?? await videoFrame(video));
}

async function sensorPhoto(track: MediaStreamTrack): Promise<Blob | null> {
  const constructor = (globalThis as unknown as { ImageCapture?: new (track: MediaStreamTrack) => StillCamera }).ImageCapture;
  if (!constructor) {
    return null;
  }
  try {
    // Some drivers never answer.
    const photo = await Promise.race([new constructor(track).takePhoto(), wait(3500).then(() => null)]);
    return photo && photo.size > 0 && /jpeg|png/.test(photo.type) ? photo : null;
  } catch {
    return null;
  }
}

function videoFrame(video: HTMLVideoElement): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext("2d")!.drawImage(video, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob(blob => blob ? resolve(blob) : reject(new Error("The frame could not be written.")), "image/jpeg", 0.95));
}

function asFile(photo: Blob): File {
  const ending = photo.type === "image/png" ? "png" : "jpg";
  return new File([photo], `selfie.${ending}`, { type: photo.type });
}
