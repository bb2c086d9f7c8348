import { enhanceCamera } from "./camera/camera.js";
import { each } from "./parts.js";
import { Uploader } from "./upload/uploader.js";

each<HTMLFormElement>(document, "form[data-upload]", form => {
  const uploader = new Uploader(form);
  each(document, "[data-camera]", camera => enhanceCamera(camera, photo => uploader.add([photo])));
});
