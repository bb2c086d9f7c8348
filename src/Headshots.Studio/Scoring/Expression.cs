using System.Numerics;
using Headshots.Studio.Inspecting;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Scoring;

/// <summary>Open eyes, and a mouth that is calm or smiles.</summary>
internal static class Expression
{
    /// <summary>0 to 100: the weaker of eyes and mouth.</summary>
    public static double Score(FaceMesh mesh) => Math.Min(Eyes(mesh), Mouth(mesh));

    /// <summary>
    /// Whether the pupils can be seen. How wide eyes are open for their width, or for the face, tells the shape of eyes
    /// as much as what they do, so it must not count between people: an eye that sees shows its pupil whatever its shape,
    /// and next to nothing is taken as long as the upper lid is clear of it. Lids of narrow, laughing or turned eyes stay
    /// 0.31 radii of the iris or more above its centre, closed ones come to −0.3 to 0.1. Half-closed eyes are told by
    /// <see cref="SelfieRanking"/>, among photos of one person.
    /// </summary>
    private static double Eyes(FaceMesh mesh) => 100 * HeadshotScores.Sigmoid(EyeOpening.Clearance(mesh), 0.2, 0.04);

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
