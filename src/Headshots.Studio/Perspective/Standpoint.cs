using System.Numerics;
using Headshots.Imaging;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Perspective;

/// <summary>
/// Where the camera seems to stand: a one-to-one map between a photo and the corrected photo that a camera farther away
/// on the same line of sight would have taken. Points move along rays from the middle between the eyes, which stays, by
/// p′ = c + (p − c)·s(p): the dolly zoom. Far from the face it is a similarity. Both coordinates are pixels of the
/// upright photo.
/// </summary>
internal sealed class Standpoint
{
    /// <summary>Newton's method gains two digits a step where the map is this smooth.</summary>
    private const int MostSteps = 12;

    /// <summary>Pixels.</summary>
    private const float Precision = 0.002f;

    private readonly Vector2 _eyes;
    private readonly ScaleField? _scales;

    private Standpoint(Vector2 eyes, ScaleField? scales)
    {
        _eyes = eyes;
        _scales = scales;
    }

    /// <summary>The camera's own: nothing moves, not by a rounding error.</summary>
    public static Standpoint AsShot { get; } = new(default, null);

    public bool IsAsShot => _scales is null;

    /// <param name="eyes">The point that stays.</param>
    /// <param name="scales">s(p); r·s grows with r along every ray from the eyes.</param>
    public static Standpoint Of(Vector2 eyes, ScaleField scales) => new(eyes, scales);

    /// <summary>Where a point of the photo lies in the corrected photo.</summary>
    public Vector2 FromPhoto(Vector2 photo) =>
        _scales is null ? photo : _eyes + ((photo - _eyes) * _scales.At(photo).Scale);

    /// <summary>The same for mesh points; depths keep the scale of the eyes, which stays.</summary>
    public FaceMesh FromPhoto(FaceMesh mesh) => _scales is null
        ? mesh
        : mesh with { Points = [.. mesh.Points.Select(p => new Vector3(FromPhoto(new Vector2(p.X, p.Y)), p.Z))] };

    /// <summary>What the corrected photo shows at a point: the inverse, by Newton's method along the ray.</summary>
    public Vector2 ToPhoto(Vector2 corrected)
    {
        if (_scales is null)
        {
            return corrected;
        }

        Vector2 ray = corrected - _eyes;
        float wanted = ray.Length();
        if (wanted < Precision)
        {
            return corrected;
        }

        Vector2 direction = ray / wanted;
        (float low, float high) = (wanted / _scales.Largest, wanted / _scales.Smallest);
        float r = Math.Clamp(wanted / _scales.At(corrected).Scale, low, high);
        for (int step = 0; step < MostSteps; step++)
        {
            (float scale, Vector2 slope) = _scales.At(_eyes + (r * direction));
            float over = (r * scale) - wanted;
            if (Math.Abs(over) < Precision)
            {
                break;
            }

            (low, high) = over > 0 ? (low, r) : (r, high);
            float next = r - (over / (scale + (r * Vector2.Dot(slope, direction))));
            r = next > low && next < high ? next : (low + high) / 2;
        }

        return _eyes + (r * direction);
    }

    /// <summary>A rectangle around what a rectangle of the photo becomes.</summary>
    public RectF FromPhoto(RectF photo)
    {
        if (IsAsShot)
        {
            return photo;
        }

        const int Steps = 16;
        Vector2 low = new(float.MaxValue);
        Vector2 high = new(float.MinValue);
        for (int i = 0; i <= Steps; i++)
        {
            float x = photo.X + (photo.Width * i / Steps);
            float y = photo.Y + (photo.Height * i / Steps);
            foreach (Vector2 border in (ReadOnlySpan<Vector2>)[new(x, photo.Y), new(x, photo.Bottom), new(photo.X, y), new(photo.Right, y)])
            {
                Vector2 p = FromPhoto(border);
                low = Vector2.Min(low, p);
                high = Vector2.Max(high, p);
            }
        }

        return RectF.FromCorners(low.X, low.Y, high.X, high.Y);
    }

    /// <summary>
    /// The largest rectangle that shows nothing but what a rectangle of the photo holds: its sides may come out curved.
    /// </summary>
    public RectF Inside(RectF photo)
    {
        if (IsAsShot)
        {
            return photo;
        }

        const int Steps = 32;
        Vector2 low = new(float.MinValue);
        Vector2 high = new(float.MaxValue);
        for (int i = 0; i <= Steps; i++)
        {
            float x = photo.X + (photo.Width * i / Steps);
            float y = photo.Y + (photo.Height * i / Steps);
            low.X = Math.Max(low.X, FromPhoto(new Vector2(photo.X, y)).X);
            low.Y = Math.Max(low.Y, FromPhoto(new Vector2(x, photo.Y)).Y);
            high.X = Math.Min(high.X, FromPhoto(new Vector2(photo.Right, y)).X);
            high.Y = Math.Min(high.Y, FromPhoto(new Vector2(x, photo.Bottom)).Y);
        }

        return RectF.FromCorners(low.X, low.Y, high.X, high.Y);
    }
}
