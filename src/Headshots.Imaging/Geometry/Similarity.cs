using System.Numerics;

namespace Headshots.Imaging;

/// <summary>
/// p ↦ Scale·R(Rotation)·p + Translation. In image coordinates (y downwards) a positive rotation turns clockwise as
/// seen.
/// </summary>
/// <param name="Scale">More than 0.</param>
/// <param name="Rotation">Radians.</param>
/// <param name="Translation">Applied last.</param>
public readonly record struct Similarity(float Scale, float Rotation, Vector2 Translation)
{
    public static Similarity Identity => new(1, 0, Vector2.Zero);

    /// <summary>The similarity that turns and scales about a point, which it moves to another.</summary>
    public static Similarity About(Vector2 point, Vector2 movedTo, float scale, float rotation)
    {
        Vector2 turned = new Similarity(scale, rotation, Vector2.Zero).Apply(point);
        return new Similarity(scale, rotation, movedTo - turned);
    }

    /// <summary>
    /// The least-squares similarity, without reflection, that takes one set of points to another: Umeyama 1991, which
    /// in the plane has a closed form.
    /// </summary>
    /// <param name="from">Two or more points.</param>
    /// <param name="to">As many.</param>
    /// <returns>null where the points of a set coincide, or only a reflection relates them.</returns>
    public static Similarity? Fit(ReadOnlySpan<Vector2> from, ReadOnlySpan<Vector2> to)
    {
        PointPairs.Check(from, to, 2);
        (double px, double py) = PointPairs.Mean(from);
        (double qx, double qy) = PointPairs.Mean(to);
        double dot = 0, cross = 0, spread = 0;
        for (int i = 0; i < from.Length; i++)
        {
            double ax = from[i].X - px, ay = from[i].Y - py;
            double bx = to[i].X - qx, by = to[i].Y - qy;
            dot += (ax * bx) + (ay * by);
            cross += (ax * by) - (ay * bx);
            spread += (ax * ax) + (ay * ay);
        }

        double scale = Math.Sqrt((dot * dot) + (cross * cross)) / spread;
        if (!(scale > 0) || !double.IsFinite(scale))
        {
            return null;
        }

        double rotation = Math.Atan2(cross, dot);
        double cos = scale * Math.Cos(rotation), sin = scale * Math.Sin(rotation);
        var translation = new Vector2((float)(qx - (cos * px) + (sin * py)), (float)(qy - (sin * px) - (cos * py)));
        return new Similarity((float)scale, (float)rotation, translation);
    }

    public Vector2 Apply(Vector2 point)
    {
        (float sin, float cos) = MathF.SinCos(Rotation);
        return (Scale * new Vector2((cos * point.X) - (sin * point.Y), (sin * point.X) + (cos * point.Y))) + Translation;
    }

    /// <summary>What undoes this.</summary>
    public Similarity Inverse()
    {
        var linear = new Similarity(1 / Scale, -Rotation, Vector2.Zero);
        return linear with { Translation = -linear.Apply(Translation) };
    }

    /// <summary>This, and then another.</summary>
    public Similarity Then(Similarity next) =>
        new(Scale * next.Scale, Rotation + next.Rotation, next.Apply(Translation));

    /// <summary>The same map for <see cref="Vector2.Transform(Vector2, Matrix3x2)"/>.</summary>
    public Matrix3x2 ToMatrix()
    {
        (float sin, float cos) = MathF.SinCos(Rotation);
        return new Matrix3x2(Scale * cos, Scale * sin, -Scale * sin, Scale * cos, Translation.X, Translation.Y);
    }
}
