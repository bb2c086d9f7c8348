namespace Headshots.Vision.Networks;

/// <summary>Where the build puts the networks: <c>models/</c> beside the program.</summary>
public static class ModelFiles
{
    public static string FaceDetectionShortRange => Find(Folder, "face_detection_short_range.tflite");

    public static string FaceDetectionFullRange => Find(Folder, "face_detection_full_range.tflite");

    public static string FaceLandmark => Find(Folder, "face_landmark.tflite");

    public static string FaceLandmarkWithAttention => Find(Folder, "face_landmark_with_attention.tflite");

    public static string SelfieSegmentation => Find(Folder, "selfie_segmentation.tflite");

    /// <summary>The canonical face (468 vertices, triangles, texture coordinates) as a MediaPipe protobuf.</summary>
    public static string CanonicalFaceMetadata => Find(Folder, "geometry_pipeline_metadata_landmarks.binarypb");

    /// <summary>The folder, whether it is there or not.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "models");

    internal static string Find(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        return File.Exists(path)
            ? path
            : throw new FileNotFoundException(
                $"The network '{name}' is missing from {folder}. The build fetches it from npm and puts it there: build again with Node.js 20 or newer installed.",
                path);
    }
}
