using System.Security.Cryptography;

namespace Headshots.App.Doctor;

/// <summary>Whether the networks lie beside the program as they were published.</summary>
internal static class ModelCheck
{
    private const string BuildAgain = "Build again with npm at hand (dotnet build), or unpack the program again.";

    /// <summary>File and SHA-256 of the packages that Headshots.Vision/models/package-lock.json pins.</summary>
    public static IReadOnlyDictionary<string, string> Published { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["face_detection_full_range.tflite"] = "99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3",
        ["face_detection_short_range.tflite"] = "3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633",
        ["face_landmark.tflite"] = "c603fa6149219a3e9487dc9abd7a0c24474c77263273d24868378cdf40aa26d1",
        ["face_landmark_with_attention.tflite"] = "883b7411747bac657c30c462d305d312e9dec6adbf8b85e2f5d8d722fca9455d",
        ["geometry_pipeline_metadata_landmarks.binarypb"] = "bdbcda96dfcb7da883da124aaa2c55dee49770d934f0fcc71747f8c21bdc75b4",
        ["selfie_segmentation.tflite"] = "8d13b7fae74af625c641226813616a2117bd6bca19eb3b75574621fc08557f27",
    };

    /// <param name="programFolder">The folder that has <c>models/</c> in it.</param>
    public static IEnumerable<Finding> Run(string programFolder) => Published.Select(model => Finding.Of(
        model.Key, BuildAgain, () => Check(Path.Combine(programFolder, "models", model.Key), model.Key, model.Value)));

    private static Finding Check(string path, string name, string expected)
    {
        if (!File.Exists(path))
        {
            return new Finding(name, $"missing: {path}", BuildAgain);
        }

        byte[] bytes = File.ReadAllBytes(path);
        string found = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return found == expected
            ? new Finding(name, $"{bytes.Length / 1024} KiB, sha256 {found[..12]}…")
            : new Finding(name, $"{bytes.Length} bytes, sha256 {found}, which is not the published file", BuildAgain);
    }
}
