using System.Numerics;
using Headshots.Studio.Inspecting;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Scoring;

/// <summary>Open eyes, and a mouth that is calm or smiles.</summary>
internal static class Expression
{
    /// <summary>Upper and lower lid in the middle of each eye, sides as seen in the picture.</summary>
    private static readonly (int Upper, int Lower)[] _lids = [(159, 145), (386, 374)];

    /// <summary>0 to 100: the weaker of eyes and mouth.</summary>
    public static double Score(FaceMesh mesh) => Math.Min(Eyes(mesh), Mouth(mesh));

    /// <summary>
    /// OFIQ: 100·S(least opening/T, 0.02, 0.01), with T from between the eyes to the chin; and, since that notices lids
    /// only when they meet, up to half is taken for eyes that are hardly open for their width. Eyes of people who look
    /// or laugh into a camera measure 0.24 to 0.47, the same drawn eyes 0.335 open and 0.20 half closed. No more than
    /// half, because some eyes are that narrow when they are open.
    /// </summary>
    private static double Eyes(FaceMesh mesh)
    {
        double apart = _lids.Min(l => HeadshotScores.Sigmoid(Distance(mesh, l.Upper, l.Lower) / Length(mesh), 0.02, 0.01));
        double wide = 0.5 + (0.5 * HeadshotScores.Sigmoid(EyeOpening.Measure(mesh), 0.205, 0.015));
        return 100 * Math.Min(apart, wide);
    }

    /// <summary>
    /// OFIQ: 100·(1 − S(opening/T, 0.2, 0.06)); but teeth that a smile shows are no open mouth: it draws the corners as
    /// far apart as the pupils.
    /// </summary>
    private static double Mouth(FaceMesh mesh)
    {
        double open = HeadshotScores.Sigmoid(Distance(mesh, 13, 14) / Length(mesh), 0.2, 0.06);
        double smile = Math.Clamp(((Distance(mesh, 61, 291) / mesh.InterEye) - 0.8) / 0.15, 0, 1);
        return 100 * (1 - (open * (1 - (0.8 * smile))));
    }

    private static float Length(FaceMesh mesh) =>
        Math.Max(Vector2.Distance((mesh.LeftSeenIris + mesh.RightSeenIris) / 2, mesh.Flat(152)), 1e-3f);

    private static float Distance(FaceMesh mesh, int a, int b) => Vector2.Distance(mesh.Flat(a), mesh.Flat(b));
}
