using Headshots.Studio.Inspecting;

namespace Headshots.Studio.Light;

/// <summary>
/// Lifts the darker half of a face towards the lighter one, and deep eye sockets a little: by less than half the
/// difference, so that the face keeps its relief.
/// </summary>
internal static class ShadowSoftening
{
    /// <summary>Of the difference to the other cheek.</summary>
    private const float Most = 0.5f;

    /// <summary>ln: differences below are the relief that a face has in the softest light.</summary>
    private const float Relief = 0.12f;

    /// <summary>ln: nothing is lifted by more, or noise would come up with it.</summary>
    private const float Ceiling = 0.5f;

    /// <summary>Sockets: how much darker than the cheeks they naturally are, ln, and the share of the rest that is lifted.</summary>
    private const float SocketRelief = 0.3f;
    private const float SocketShare = 0.35f;

    /// <summary>Middles of the cheeks.</summary>
    private static readonly int[] _cheeks = [50, 205, 280, 425];

    /// <summary>The points round the eyes, brow to cheekbone.</summary>
    private static readonly int[] _sockets =
    [
        .. EyeOpening.LeftRing, .. EyeOpening.RightRing,
        247, 30, 29, 27, 28, 56, 190, 243, 112, 26, 22, 23, 24, 110, 25, 130,
        467, 260, 259, 257, 258, 286, 414, 463, 341, 256, 252, 253, 254, 339, 255, 359,
    ];

    /// <returns>ln of the gain at each point, 0 or more.</returns>
    /// <param name="shading">The face's light.</param>
    /// <param name="strength">0 to 1.</param>
    public static float[] Lift(FaceShading shading, float strength)
    {
        float[] lift = new float[shading.Level.Length];
        for (int i = 0; i < lift.Length; i++)
        {
            int other = FaceSurface.Mirror[i];
            float sure = shading.Sureness[i] * shading.Sureness[other];
            float darker = shading.Level[other] - shading.Level[i] - Relief;
            lift[i] = sure * Most * strength * Math.Max(0, darker);
        }

        float cheeks = 0;
        float known = 0;
        foreach (int i in _cheeks)
        {
            cheeks += shading.Level[i] * shading.Sureness[i];
            known += shading.Sureness[i];
        }

        foreach (int i in known > 0 ? _sockets : [])
        {
            float darker = (cheeks / known) - shading.Level[i] - SocketRelief;
            lift[i] = Math.Max(lift[i], shading.Sureness[i] * SocketShare * strength * Math.Max(0, darker));
        }

        for (int i = 0; i < lift.Length; i++)
        {
            lift[i] = Ceiling * MathF.Tanh(lift[i] / Ceiling);
        }

        return lift;
    }
}
