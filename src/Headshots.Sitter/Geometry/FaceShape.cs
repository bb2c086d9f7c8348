using System.Numerics;
using static Headshots.Sitter.Drawing.Noise;

namespace Headshots.Sitter.Geometry;

/// <summary>
/// Moves points of the canonical face to where they are on this person with this expression, as a sum of smooth fields;
/// constants are centimetres on the canonical face. The canonical face itself is wider, and narrower at the nose, than
/// faces in photos are, so 0 in the identity is the average of measured meshes rather than the canonical shape.
/// </summary>
internal sealed class FaceShape(SitterIdentity identity, SitterExpression expression)
{
    /// <summary>Height at which the lips meet on the canonical face, whose own mouth is a little open.</summary>
    public const float LipSeam = -4.27f;

    public static Vector3 RightEye { get; } = new(-3.15f, 2.63f, 3.85f);

    public Vector3 Place(Vector3 rest)
    {
        Vector3 p = Smile(OpenMouth(CloseLips(rest), rest), rest);
        return Shape(p, rest);
    }

    private static Vector3 CloseLips(Vector3 p)
    {
        float across = Math.Max(0, 1 - (p.X * p.X / 4.7f));
        float above = p.Y - LipSeam;
        float reach = Bump(Math.Max(0, MathF.Abs(above) - 0.27f) / 0.55f) * Step(2.5f, 4, p.Z);
        float half = 0.268f * across * reach;
        return p with { Y = p.Y - Math.Clamp(above / 0.2f, -1, 1) * Math.Min(half, MathF.Abs(above)) };
    }

    private Vector3 OpenMouth(Vector3 p, Vector3 rest)
    {
        if (rest.Y > LipSeam)
        {
            float lift = 0.25f * Bump((rest.Y - LipSeam) / 0.7f) * Math.Max(0, 1 - (rest.X * rest.X / 6)) * Step(2.5f, 4, rest.Z);
            return p with { Y = p.Y + (lift * expression.MouthOpening) };
        }

        float lips = Math.Max(0, 1 - (rest.X * rest.X / 6.2f));
        float jaw = Step(-4.9f, -7.5f, rest.Y);
        float weight = Lerp(lips, 1, jaw) * Step(-3, 3, rest.Z) * expression.MouthOpening;
        return p + new Vector3(0, -2.4f * weight, -0.5f * weight);
    }

    private Vector3 Smile(Vector3 p, Vector3 rest)
    {
        float side = MathF.Sign(rest.X);
        Vector3 folded = rest with { X = MathF.Abs(rest.X) };
        float corner = Blob(folded, new Vector3(2.45f, -4.25f, 4.3f), new Vector3(0.85f, 0.95f, 1.8f)) * expression.Smile;
        float cheek = Blob(folded, new Vector3(3.9f, -1.7f, 4), new Vector3(1.5f, 1.3f, 2)) * expression.Smile;
        return p + new Vector3(side * 0.5f * corner, (0.78f * corner) + (0.22f * cheek), (-0.28f * corner) + (0.25f * cheek));
    }

    private Vector3 Shape(Vector3 p, Vector3 rest)
    {
        float side = MathF.Sign(rest.X);
        Vector3 folded = rest with { X = MathF.Abs(rest.X) };
        p = Outline(p, rest, folded, side);
        p = Nose(p, rest);
        p = Eyes(p, folded, side);
        float lips = Blob(rest, new Vector3(0, LipSeam, 5), new Vector3(2.2f, 0.75f, 2));
        p.Y = Lerp(p.Y, LipSeam * 0.96f + ((p.Y - (LipSeam * 0.96f)) * 1.3f), lips * (0.15f + (0.85f * identity.LipFullness)) * 0.8f);
        p.Z += 0.16f * identity.LipFullness * lips;
        p.X *= 1 + (0.03f + (0.13f * identity.MouthWidth * Blob(rest, new Vector3(0, LipSeam, 4.8f), new Vector3(2.8f, 1.1f, 2))));
        Vector3 wobble = new(Value(rest * 0.22f, identity.Seed), Value(rest * 0.22f, identity.Seed + 1), Value(rest * 0.22f, identity.Seed + 2));
        return p + (0.11f * wobble);
    }

    private Vector3 Outline(Vector3 p, Vector3 rest, Vector3 folded, float side)
    {
        p.X *= 0.94f + (0.045f * identity.FaceWidth);
        p.X *= 1 + (0.075f * identity.JawWidth * Step(-1, -6, rest.Y));
        if (p.Y < 0)
        {
            p.Y *= 0.965f;
        }

        p.Y -= 0.55f * identity.ChinLength * Step(-4.5f, -9, rest.Y);
        float cheek = Blob(folded, new Vector3(5.4f, -2.6f, 2.4f), new Vector3(1.9f, 2.4f, 2.6f));
        p += new Vector3(side * 0.34f, 0, 0.3f) * (identity.CheekFullness * cheek);
        float jowl = Step(50, 85, identity.Age) * Blob(folded, new Vector3(3.6f, -6.6f, 3), new Vector3(1.4f, 1, 2));
        return p + new Vector3(side * 0.25f * jowl, -0.2f * jowl, 0.15f * jowl);
    }

    private Vector3 Nose(Vector3 p, Vector3 rest)
    {
        float wings = Blob(rest, new Vector3(0, -1.2f, 5.9f), new Vector3(2, 1.1f, 1.3f));
        p.X *= 1 + ((0.17f + (0.17f * identity.NoseWidth)) * wings);
        p.Y -= 0.32f * identity.NoseLength * Blob(rest, new Vector3(0, -1.4f, 6.6f), new Vector3(1.6f, 1.5f, 1.8f));
        p.Z += 0.32f * identity.NoseBridge * Blob(rest, new Vector3(0, 1.8f, 6), new Vector3(0.9f, 1.9f, 2));
        return p;
    }

    private Vector3 Eyes(Vector3 p, Vector3 folded, float side)
    {
        Vector3 centre = RightEye with { X = -RightEye.X };
        float eye = Blob(folded, centre, new Vector3(1.5f, 1, 2));
        Vector3 from = folded - centre;
        p.X += side * eye * ((0.17f * identity.EyeSpacing) + 0.09f + (from.X * (0.05f + (0.07f * identity.EyeSize))));
        p.Y += eye * from.X * 0.09f * identity.EyeTilt;
        p.Y += ((0.3f * identity.BrowHeight) - 0.22f) * Blob(folded, new Vector3(3.2f, 4.7f, 4.4f), new Vector3(2.5f, 0.7f, 2));
        return p;
    }
}
