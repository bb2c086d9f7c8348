using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Comparing;

/// <summary>
/// Lays one picture of a face on another more exactly than the points of two looks allow, which differ by a percent of
/// the eye distance: by Lucas and Kanade's method (1981) for a similarity, on what is left of the logarithm of light
/// when its slow part is taken away, so that neither exposure nor a lamp moves anything.
/// </summary>
internal sealed class FaceRegistration : IDisposable
{
    /// <summary>Radius in pixels of what is still slow light.</summary>
    private const int Slow = 9;

    /// <summary>Standard deviation in pixels: finer detail is compression and noise.</summary>
    private const float Fine = 1.2f;

    /// <summary>Light that is added before the logarithm, so that noise in black does not count.</summary>
    private const float Floor = 0.03f;

    /// <summary>Residual from which on a pixel shows something that the other does not.</summary>
    private const float Other = 0.12f;

    private readonly PlanarImage _detail;
    private readonly bool[] _face;
    private readonly Vector2 _middle;

    private FaceRegistration(PlanarImage detail, bool[] face, Vector2 middle)
    {
        _detail = detail;
        _face = face;
        _middle = middle;
    }

    /// <param name="picture">3 channels, sRGB-encoded.</param>
    /// <param name="mesh">The face, in its pixels.</param>
    public static FaceRegistration On(PlanarImage picture, FaceMesh mesh)
    {
        bool[] face = new bool[picture.Width * picture.Height];
        Vector2[] oval = [.. HeadGeometry.Oval.Select(mesh.Flat)];
        Outline.Fill(oval, face, picture.Width);
        return new FaceRegistration(Detail(picture), face, oval.Aggregate((p, q) => p + q) / oval.Length);
    }

    /// <summary>Where the other picture must be sampled, as a map of the picture on itself, to lie on this one better.</summary>
    /// <param name="other">Of the same size, laid on this one roughly.</param>
    public Matrix3x2 Step(PlanarImage other)
    {
        using PlanarImage detail = Detail(other);
        Matrix4x4 normal = default;
        Vector4 right = default;
        for (int y = 1; y < detail.Height - 1; y++)
        {
            ReadOnlySpan<float> here = detail.Row(0, y);
            ReadOnlySpan<float> above = detail.Row(0, y - 1);
            ReadOnlySpan<float> below = detail.Row(0, y + 1);
            ReadOnlySpan<float> wanted = _detail.Row(0, y);
            for (int x = 1; x < here.Length - 1; x++)
            {
                if (!_face[(y * here.Length) + x])
                {
                    continue;
                }

                float off = here[x] - wanted[x];
                float weight = 1 / (1 + (off * off / (Other * Other)));
                Vector2 slope = new((here[x + 1] - here[x - 1]) / 2, (below[x] - above[x]) / 2);
                Vector2 at = new Vector2(x + 0.5f, y + 0.5f) - _middle;

                // Moves by (a·x − b·y + s, b·x + a·y + t).
                Vector4 row = new(Vector2.Dot(slope, at), (slope.Y * at.X) - (slope.X * at.Y), slope.X, slope.Y);
                normal += Outer(weight * row, row);
                right -= weight * off * row;
            }
        }

        if (!Matrix4x4.Invert(normal, out Matrix4x4 inverse))
        {
            return Matrix3x2.Identity;
        }

        Vector4 move = Vector4.Transform(right, inverse);
        Matrix3x2 turn = new(1 + move.X, move.Y, -move.Y, 1 + move.X, move.Z, move.W);
        return Matrix3x2.CreateTranslation(-_middle) * turn * Matrix3x2.CreateTranslation(_middle);
    }

    public void Dispose() => _detail.Dispose();

    private static PlanarImage Detail(PlanarImage picture)
    {
        using PlanarImage light = PlanarImage.Rent(picture.Width, picture.Height, 1);
        using PlanarImage smooth = PlanarImage.Rent(picture.Width, picture.Height, 1);
        for (int y = 0; y < light.Height; y++)
        {
            Span<float> row = light.Row(0, y);
            SrgbCurve.Decode(picture.Row(1, y), row);
            for (int x = 0; x < row.Length; x++)
            {
                row[x] = MathF.Log(row[x] + Floor);
            }
        }

        PlanarImage detail = PlanarImage.Rent(picture.Width, picture.Height, 1);
        GaussianBlur.Apply(light, smooth, Fine);
        BoxFilter.Mean(light, detail, Slow);
        Span<float> slow = detail.Plane(0);
        ReadOnlySpan<float> all = smooth.Plane(0);
        for (int i = 0; i < slow.Length; i++)
        {
            slow[i] = all[i] - slow[i];
        }

        return detail;
    }

    private static Matrix4x4 Outer(Vector4 a, Vector4 b) => new(
        a.X * b.X, a.X * b.Y, a.X * b.Z, a.X * b.W,
        a.Y * b.X, a.Y * b.Y, a.Y * b.Z, a.Y * b.W,
        a.Z * b.X, a.Z * b.Y, a.Z * b.Z, a.Z * b.W,
        a.W * b.X, a.W * b.Y, a.W * b.Z, a.W * b.W);
}
