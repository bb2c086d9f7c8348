namespace Headshots.Vision.Networks;

/// <summary>Where the build puts the networks: <c>models/</c> beside the program.</summary>
public static class ModelFiles
{
    public static string FaceDetectionShortRange => Find("face_detection_short_range.tflite");

    public static string FaceDetectionFullRange => Find("face_detection_full_range.tflite");

    public static string FaceLandmark => Find("face_landmark.tflite");

    public static string FaceLandmarkWithAttention => Find("face_landmark_with_attention.tflite");

    public static string SelfieSegmentation => Find("selfie_segmentation.tflite");

    /// <summary>The canonical face (468 vertices, triangles, texture coordinates) as a MediaPipe protobuf.</summary>
    public static string CanonicalFaceMetadata => Find("geometry_pipeline_metadata_landmarks.binarypb");

    /// <summary>The folder, whether it is there or not.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "models");

    private static string Find(string name)
    {
        string path = Path.Combine(Folder, name);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"The network '{name}' is missing from {Folder}. The build fetches it from npm and puts it there: build again with Node.js 20 or newer installed.",
                path);
    }
}
