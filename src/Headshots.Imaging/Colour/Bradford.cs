using System.Numerics;

namespace Headshots.Imaging;

/// <summary>
/// Chromatic adaptation by scaling sharpened cone responses (Lam 1985): how a colour under one light looks like under
/// another. See Lindbloom, "Chromatic Adaptation".
/// </summary>
public static class Bradford
{
    private static readonly ColourMatrix Cones = new(
        new Vector3(0.8951f, 0.2664f, -0.1614f),
        new Vector3(-0.7502f, 1.7135f, 0.0367f),
        new Vector3(0.0389f, -0.0685f, 1.0296f));

    /// <summary>The matrix on XYZ that takes one white to another.</summary>
    /// <param name="fromWhite">XYZ, all cone responses more than 0.</param>
    /// <param name="toWhite">XYZ.</param>
    public static ColourMatrix BetweenXyz(Vector3 fromWhite, Vector3 toWhite)
    {
        Vector3 from = Cones.Transform(fromWhite);
        if (!(from.X > 0) || !(from.Y > 0) || !(from.Z > 0))
        {
            throw new ArgumentException($"Not a light: {fromWhite}.", nameof(fromWhite));
        }

        return Cones.Then(ColourMatrix.Diagonal(Cones.Transform(toWhite) / from)).Then(Cones.Inverse());
    }

    /// <summary>The same on linear-light sRGB, for <see cref="ColourMatrix.Apply"/>.</summary>
    public static ColourMatrix BetweenLinear(Vector3 fromWhite, Vector3 toWhite) =>
        Xyz.FromLinearSrgb.Then(BetweenXyz(fromWhite, toWhite)).Then(Xyz.ToLinearSrgb);
}
