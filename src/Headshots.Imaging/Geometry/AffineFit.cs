using System.Numerics;

namespace Headshots.Imaging;

/// <summary>Affine maps from corresponding points.</summary>
public static class AffineFit
{
    // Relative to the spread of the points: thinner sets determine no affine map in single precision.
    private const double Flat = 1e-9;

    /// <summary>The affine map with the least sum of squared distances between mapped and given points.</summary>
    /// <param name="from">Three or more points.</param>
    /// <param name="to">As many.</param>
    /// <returns>Row-vector convention; null where the points lie on a line.</returns>
    public static Matrix3x2? LeastSquares(ReadOnlySpan<Vector2> from, ReadOnlySpan<Vector2> to)
    {
        PointPairs.Check(from, to, 3);
        (double px, double py) = PointPairs.Mean(from);
        (double qx, double qy) = PointPairs.Mean(to);

        // About the means the translation drops out; normal equations of the 2 × 2 rest.
        double xx = 0, xy = 0, yy = 0, xu = 0, xv = 0, yu = 0, yv = 0;
        for (int i = 0; i < from.Length; i++)
        {
            double x = from[i].X - px, y = from[i].Y - py;
            double u = to[i].X - qx, v = to[i].Y - qy;
            xx += x * x;
            xy += x * y;
            yy += y * y;
            xu += x * u;
            xv += x * v;
            yu += y * u;
            yv += y * v;
        }

        double determinant = (xx * yy) - (xy * xy);
        if (!(determinant > Flat * (xx + yy) * (xx + yy)))
        {
            return null;
        }

        double m11 = ((yy * xu) - (xy * yu)) / determinant;
        double m12 = ((yy * xv) - (xy * yv)) / determinant;
        double m21 = ((xx * yu) - (xy * xu)) / determinant;
        double m22 = ((xx * yv) - (xy * xv)) / determinant;
        return new Matrix3x2(
            (float)m11,
            (float)m12,
            (float)m21,
            (float)m22,
            (float)(qx - (px * m11) - (py * m21)),
            (float)(qy - (px * m12) - (py * m22)));
    }
}
