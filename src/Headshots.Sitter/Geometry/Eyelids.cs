using System.Numerics;
using static Headshots.Sitter.Drawing.Noise;

namespace Headshots.Sitter.Geometry;

/// <summary>An eyeball in its socket: centre, and where it looks.</summary>
/// <param name="Centre">Of the ball, in the head's frame.</param>
/// <param name="Right">The sitter's right eye, on the left of the picture.</param>
internal sealed record Eyeball(Vector3 Centre, bool Right)
{
    public const float Radius = 1.2f;

    /// <summary>Human irises are 11.7 mm wide with little variation, which is what makes them a ruler.</summary>
    public const float IrisRadius = 0.585f;

    /// <summary>Unit vector in the head's frame.</summary>
    public Vector3 Gaze { get; init; } = Vector3.UnitZ;

    /// <summary>Five points in MediaPipe's order: centre, picture-right, top, picture-left, bottom.</summary>
    public Vector3[] Iris()
    {
        Vector3 right = Vector3.Normalize(Vector3.Cross(Vector3.UnitY, Gaze));
        Vector3 up = Vector3.Cross(Gaze, right);
        float depth = MathF.Sqrt((Radius * Radius) - (IrisRadius * IrisRadius));
        Vector3 ring = Centre + (Gaze * depth);
        return
        [
            Centre + (Gaze * Radius), ring + (right * IrisRadius), ring + (up * IrisRadius),
            ring - (right * IrisRadius), ring - (up * IrisRadius),
        ];
    }
}

/// <summary>Lays the lids over the eyeball, open or closed, and gives their edge the thickness that catches light.</summary>
internal static class Eyelids
{
    private const float LidRadius = Eyeball.Radius + 0.1f;

    public static Eyeball Fit(ControlMesh face, IReadOnlyList<Vector3> canonical, SitterIdentity identity, SitterExpression expression, bool right)
    {
        int[] lids = right ? FacePoints.RightLids : FacePoints.LeftLids;
        Vector3 outer = face.Position[lids[0]], inner = face.Position[lids[8]];
        Vector3 restOuter = canonical[lids[0]], restInner = canonical[lids[8]];
        Vector3 middle = (outer + inner) / 2;
        Vector3 centre = middle + new Vector3(0, 0.02f, 0.36f - LidRadius);
        float open = Math.Min(1.5f, expression.EyeOpening);
        float size = 1 + (0.14f * identity.EyeSize);
        for (int k = 1; k < 16; k++)
        {
            if (k == 8)
            {
                continue;
            }

            bool lower = k < 8;
            Vector3 rest = canonical[lids[k]];
            float along = (rest.X - restOuter.X) / (restInner.X - restOuter.X);
            float bulge = (rest.Y - Lerp(restOuter.Y, restInner.Y, along)) / 0.36f;
            float height = lower ? (0.40f - (0.07f * Math.Max(0, expression.Smile))) * size * bulge : 0.5f * size * bulge;
            float closed = lower ? 0.2f * bulge : -0.19f * MathF.Abs(bulge);
            Vector3 p = Vector3.Lerp(outer, inner, along);
            p.Y += Lerp(closed, height, lower ? Math.Min(1, open) : open);
            face.Position[lids[k]] = OnBall(p, centre, LidRadius, 0.15f);
        }

        CoverBall(face, canonical, centre, open, size, right);
        Thicken(face, lids, centre);
        return new Eyeball(centre, right);
    }

    // Skin between lid edge and brow makes room for the opening, and never lies inside the ball.
    private static void CoverBall(ControlMesh face, IReadOnlyList<Vector3> canonical, Vector3 centre, float open, float size, bool right)
    {
        int[] lids = right ? FacePoints.RightLids : FacePoints.LeftLids;
        for (int i = 0; i < canonical.Count; i++)
        {
            Vector3 rest = canonical[i];
            if ((rest.X < 0) != right || Array.IndexOf(lids, i) >= 0)
            {
                continue;
            }

            Vector3 eye = FaceShape.RightEye with { X = right ? FaceShape.RightEye.X : -FaceShape.RightEye.X };
            float across = Bump((rest.X - eye.X) / 1.1f) * Bump((rest.Z - 3.9f) / 1.2f);
            float above = rest.Y - 3.15f, below = 2.05f - rest.Y;
            Vector3 p = face.Position[i];
            if (above > -0.4f && above < 1.6f)
            {
                p.Y += across * Bump(above / 0.45f) * ((0.16f * Math.Min(open, 1.2f) * size) + 0.05f);
                p.Z -= across * Bump((above - 0.25f) / 0.22f) * 0.1f;
            }
            else if (below > -0.4f && below < 1.2f)
            {
                p.Y -= across * Bump(below / 0.4f) * 0.1f * size;
            }

            face.Position[i] = OnBall(p, centre, LidRadius + 0.04f, 0);
        }
    }

    private static Vector3 OnBall(Vector3 p, Vector3 centre, float radius, float pull)
    {
        Vector2 flat = new(p.X - centre.X, p.Y - centre.Y);
        float rise = (radius * radius) - flat.LengthSquared();
        if (rise <= 0.02f)
        {
            return p;
        }

        float surface = centre.Z + MathF.Sqrt(rise);
        return p with { Z = Math.Max(Math.Min(p.Z, surface + (pull > 0 ? pull : 10)), surface) };
    }

    private static void Thicken(ControlMesh face, int[] lids, Vector3 centre)
    {
        int first = face.Position.Count;
        foreach (int lid in lids)
        {
            Vector3 p = face.Position[lid];
            Vector3 to = p - centre;
            face.Position.Add(centre + (to * ((Eyeball.Radius - 0.06f) / Math.Max(to.Length(), Eyeball.Radius))));
            face.Rest.Add(face.Rest[lid] - new Vector3(0, 0, 0.25f));
            face.Paint.Add(0);
        }

        Rim(face, lids, first);
    }

    /// <summary>Joins a border loop to a ring of as many new vertices, facing as the border's triangles do.</summary>
    public static void Rim(ControlMesh mesh, IReadOnlyList<int> loop, int firstNew)
    {
        var directed = new HashSet<(int, int)>();
        for (int t = 0; t < mesh.Triangles.Count; t += 3)
        {
            for (int k = 0; k < 3; k++)
            {
                directed.Add((mesh.Triangles[t + k], mesh.Triangles[t + ((k + 1) % 3)]));
            }
        }

        bool along = directed.Contains((loop[0], loop[1]));
        for (int k = 0; k < loop.Count; k++)
        {
            int next = (k + 1) % loop.Count;
            int a = loop[k], b = loop[next], c = firstNew + k, d = firstNew + next;
            mesh.Triangles.AddRange(along ? [b, a, c, b, c, d] : [a, b, d, a, d, c]);
        }
    }
}
