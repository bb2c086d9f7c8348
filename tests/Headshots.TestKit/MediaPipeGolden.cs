using System.Numerics;
using System.Text.Json;
using Headshots.Imaging;

namespace Headshots.TestKit;

/// <summary>What MediaPipe itself answered for one of the shared photos (shared/goldens/README.md).</summary>
/// <param name="Faces">478 points each, x, y and z in pixels of the photo.</param>
/// <param name="Mask">256 × 256 person mask, 0 to 255.</param>
public sealed record MediaPipeGolden(IReadOnlyList<Vector3[]> Faces, byte[] Mask)
{
    public const int MaskSize = 256;

    private const int IrisSeenLeft = 468;
    private const int IrisSeenRight = 473;
    private const int PointCount = 478;

    /// <summary>Reads both answers for a photo; skips the running test where they are missing.</summary>
    /// <param name="name">The photo's file name without its extension.</param>
    public static MediaPipeGolden Require(string name) => Read(
        SharedFiles.Require($"goldens/mediapipe/{name}.mesh.json"), SharedFiles.Require($"goldens/mediapipe/{name}.mask.pgm"));

    /// <summary>Names of the photos that there are answers for; one empty name where there are none.</summary>
    public static IEnumerable<string> Names() => SharedFiles.Names("goldens/mediapipe")
        .Where(n => n.Length == 0 || n.EndsWith(".mesh.json", StringComparison.Ordinal))
        .Select(n => n.Replace(".mesh.json", string.Empty, StringComparison.Ordinal));

    /// <summary>Mean distance of all points, in percent of the golden face's inter-eye distance.</summary>
    public static float LandmarkError(IReadOnlyList<Vector3> found, IReadOnlyList<Vector3> golden) =>
        Error(found, golden, 0, PointCount);

    /// <summary>The same of the ten iris points alone.</summary>
    public static float IrisError(IReadOnlyList<Vector3> found, IReadOnlyList<Vector3> golden) =>
        Error(found, golden, IrisSeenLeft, PointCount);

    /// <summary>Mean absolute difference of a mask over the whole picture, both in [0, 1].</summary>
    public float MaskDifference(PlanarImage mask)
    {
        double sum = 0;
        for (int y = 0; y < MaskSize; y++)
        {
            ReadOnlySpan<float> row = mask.Row(0, y);
            for (int x = 0; x < MaskSize; x++)
            {
                sum += Math.Abs(row[x] - (Mask[(y * MaskSize) + x] / 255.0));
            }
        }

        return (float)(sum / (MaskSize * MaskSize));
    }

    private static float Error(IReadOnlyList<Vector3> found, IReadOnlyList<Vector3> golden, int first, int end)
    {
        float sum = 0;
        for (int i = first; i < end; i++)
        {
            sum += Vector2.Distance(Flat(found[i]), Flat(golden[i]));
        }

        return 100 * sum / (end - first) / Vector2.Distance(Flat(golden[IrisSeenLeft]), Flat(golden[IrisSeenRight]));
    }

    private static Vector2 Flat(Vector3 p) => new(p.X, p.Y);

    private static MediaPipeGolden Read(string mesh, string mask)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(mesh));
        JsonElement root = document.RootElement;
        var size = new Vector3(
            root.GetProperty("width").GetInt32(), root.GetProperty("height").GetInt32(), root.GetProperty("width").GetInt32());
        Vector3[][] faces =
        [
            .. root.GetProperty("faces").EnumerateArray().Select(face => face.EnumerateArray()
                .Select(p => new Vector3(p[0].GetSingle(), p[1].GetSingle(), p[2].GetSingle()) * size).ToArray()),
        ];
        return new MediaPipeGolden(faces, File.ReadAllBytes(mask)[^(MaskSize * MaskSize)..]);
    }
}
