using System.Numerics;
using Headshots.Vision.Faces;
using static Headshots.Sitter.Drawing.Noise;

namespace Headshots.Sitter.Geometry;

/// <summary>The head in its own frame: face and skull in one smooth skin, eyeballs, and the points MediaPipe names.</summary>
internal sealed class HeadModel
{
    private const int SkullRings = 9;
    private const float Squareness = 2.35f;

    // An ellipsoid through forehead, crown, temples and the back of the head, centimetres; the face bulges out of it.
    private static readonly Vector3 SkullCentre = new(0, 3.4f, -3.6f);

    private HeadModel(Surface skin, Eyeball right, Eyeball left)
    {
        Skin = skin;
        Right = right;
        Left = left;
        Radius = new HeadRadius(SkullCentre, skin.Position);
    }

    public Surface Skin { get; }

    public Eyeball Right { get; }

    public Eyeball Left { get; }

    public HeadRadius Radius { get; }

    public Vector3 EyeMidpoint => (Right.Centre + Left.Centre) / 2;

    public static HeadModel Build(CanonicalFace canonical, SitterIdentity identity, SitterExpression expression)
    {
        var shape = new FaceShape(identity, expression);
        List<int> border = Subdivision.Border([.. canonical.Triangles]);
        ControlMesh face = new(
            [.. canonical.Vertices.Select(shape.Place)],
            [.. canonical.Vertices],
            LipPaint(),
            WithoutHoles(canonical.Triangles));
        Eyeball right = Eyelids.Fit(face, canonical.Vertices, identity, expression, right: true);
        Eyeball left = Eyelids.Fit(face, canonical.Vertices, identity, expression, right: false);
        AddLipRim(face);
        AddSkull(face, border);
        Subdivision.CounterShrinking(face, 0.8f);
        ControlMesh smooth = Subdivision.Subdivide(Subdivision.Subdivide(face));
        var skin = new Surface
        {
            Material = Material.Skin,
            Position = [.. smooth.Position],
            Rest = [.. smooth.Rest],
            Paint = [.. smooth.Paint],
            HeadWeight = [.. Enumerable.Repeat(1f, smooth.Position.Count)],
            Triangles = [.. smooth.Triangles],
        };
        return new HeadModel(skin, right, left);
    }

    private static List<float> LipPaint()
    {
        var paint = new float[CanonicalFace.VertexCount];
        foreach (int i in FacePoints.OuterLips)
        {
            paint[i] = 0.5f;
        }

        foreach (int i in FacePoints.MiddleLips.Concat(FacePoints.InnerLips))
        {
            paint[i] = 1;
        }

        return [.. paint];
    }

    // The canonical mesh runs over the eyes and the mouth; here they are openings.
    private static List<int> WithoutHoles(IReadOnlyList<int> triangles)
    {
        HashSet<int>[] holes = [[.. FacePoints.RightLids], [.. FacePoints.LeftLids], [.. FacePoints.InnerLips]];
        List<int> kept = [];
        for (int t = 0; t < triangles.Count; t += 3)
        {
            if (!Array.Exists(holes, h => h.Contains(triangles[t]) && h.Contains(triangles[t + 1]) && h.Contains(triangles[t + 2])))
            {
                kept.AddRange([triangles[t], triangles[t + 1], triangles[t + 2]]);
            }
        }

        return kept;
    }

    private static void AddLipRim(ControlMesh face)
    {
        int first = face.Position.Count;
        foreach (int lip in FacePoints.InnerLips)
        {
            face.Position.Add(face.Position[lip] + new Vector3(0, 0, -0.9f));
            face.Rest.Add(face.Rest[lip] + new Vector3(0, 0, -0.9f));
            face.Paint.Add(1);
        }

        Eyelids.Rim(face, FacePoints.InnerLips, first);
    }

    private static void AddSkull(ControlMesh face, List<int> border)
    {
        float width = border.Max(i => face.Position[i].X) / 7.66f;
        var pole = Vector3.Normalize(new Vector3(0, -0.25f, -0.97f));
        List<int> previous = border;
        for (int ring = 1; ring < SkullRings; ring++)
        {
            float t = (float)ring / SkullRings;
            int first = face.Position.Count;
            foreach (int i in border)
            {
                Vector3 from = face.Position[i] - SkullCentre;
                var direction = Vector3.Normalize(from);
                Vector3 at = Slerp(direction, pole, t);
                float bulge = Lerp(1, from.Length() / Ellipsoid(direction, width), (1 - t) * (1 - t) * (1 + (2 * t * (1 - t))));
                Add(face, SkullCentre + (at * (Ellipsoid(at, width) * bulge)));
            }

            Eyelids.Rim(face, previous, first);
            previous = [.. Enumerable.Range(first, border.Count)];
        }

        int last = face.Position.Count;
        foreach (int _ in border)
        {
            Add(face, SkullCentre + (pole * Ellipsoid(pole, width)));
        }

        Eyelids.Rim(face, previous, last);
    }

    private static void Add(ControlMesh face, Vector3 position)
    {
        face.Position.Add(position);
        face.Rest.Add(position);
        face.Paint.Add(0);
    }

    private static float Ellipsoid(Vector3 direction, float width)
    {
        Vector3 radii = new(7.75f * width, direction.Y > 0 ? 10.3f : 9, direction.Z > 0 ? 9 : 9.9f);

        // Heads are squarer than ellipsoids: a superellipsoid of power 2.35.
        Vector3 d = Vector3.Abs(direction / radii);
        return MathF.Pow(MathF.Pow(d.X, Squareness) + MathF.Pow(d.Y, Squareness) + MathF.Pow(d.Z, Squareness), -1 / Squareness);
    }

    private static Vector3 Slerp(Vector3 a, Vector3 b, float t)
    {
        float angle = MathF.Acos(Math.Clamp(Vector3.Dot(a, b), -1, 1));
        float sine = MathF.Sin(angle);
        return ((MathF.Sin((1 - t) * angle) / sine) * a) + ((MathF.Sin(t * angle) / sine) * b);
    }
}
