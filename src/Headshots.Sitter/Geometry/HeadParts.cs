using System.Numerics;
using static Headshots.Sitter.Drawing.Noise;

namespace Headshots.Sitter.Geometry;

/// <summary>Eyeballs, ears, the inside of the mouth and glasses: what is fixed to the head.</summary>
internal static class HeadParts
{
    /// <summary>The ball; its rest position is the direction from the centre in the gaze's own frame, z where it looks.</summary>
    public static Surface Ball(Eyeball eye)
    {
        Vector3 right = Vector3.Normalize(Vector3.Cross(Vector3.UnitY, eye.Gaze));
        Vector3 up = Vector3.Cross(eye.Gaze, right);
        List<Vector3> rest = [];
        Surface ball = Surface.Grid(Material.Eye, 32, 20, closed: true, inward: true, variant: eye.Right ? 0 : 1, point: (u, v) =>
        {
            float polar = v * MathF.PI * 0.62f, around = u * 2 * MathF.PI;
            var local = new Vector3(MathF.Sin(polar) * MathF.Cos(around), MathF.Sin(polar) * MathF.Sin(around), MathF.Cos(polar));
            rest.Add(local);
            return eye.Centre + (Eyeball.Radius * ((local.X * right) + (local.Y * up) + (local.Z * eye.Gaze)));
        });
        rest.CopyTo(ball.Rest);
        return ball;
    }

    public static Surface Ear(HeadModel head, bool right)
    {
        float side = right ? -1 : 1;
        float edge = head.Skin.Position[right ? 234 : 454].X;
        Vector3 at = new(edge - (side * 0.42f), 0.55f, -3.3f);
        Vector3 back = Vector3.Normalize(new Vector3(side * 0.40f, 0.1f, -1)), up = Vector3.Normalize(new Vector3(side * 0.13f, 1, -0.13f));
        Vector3 outward = Vector3.Cross(up, back) * -side;
        outward = outward.X * side < 0 ? -outward : outward;
        Surface ear = Surface.Grid(Material.Skin, 40, 16, closed: true, variant: 1, inward: !right, point: (u, v) =>
        {
            float angle = u * 2 * MathF.PI, cos = MathF.Cos(angle), sin = MathF.Sin(angle);
            float rim = v <= 0.8f ? v / 0.8f : 1 - (0.12f * (v - 0.8f) / 0.2f);
            float width = 1.75f * (sin < 0 ? 1 - (0.38f * sin * sin) : 1), height = 3.05f;
            float behind = Step(-0.75f, 0.2f, cos), lobe = Step(-0.5f, -0.95f, sin);
            float relief = (0.55f * Bump((rim - 1) / 0.1f)) - (0.22f * Bump((rim - 0.80f) / 0.1f)) + (0.32f * Bump((rim - 0.60f) / 0.1f)) - (0.5f * Bump(rim / 0.34f));
            float lift = Lerp(0.12f, 0.85f + (relief * (1 - (0.8f * lobe))), behind * Step(0, 0.5f, rim)) + (relief * 0.35f * (1 - behind));
            lift = v > 0.8f ? Lerp(lift, -0.7f, (v - 0.8f) / 0.2f) : lift;
            return at + (back * (rim * width * cos)) + (up * (rim * height * sin)) + (outward * lift);
        });
        for (int i = 0; i < ear.Rest.Length; i++)
        {
            ear.Rest[i] = ear.Position[i];
        }

        return ear;
    }

    public static IEnumerable<Surface> Mouth(HeadModel head)
    {
        Vector3 right = head.Skin.Position[78], left = head.Skin.Position[308];
        float y = (right.Y + left.Y) / 2;
        yield return Surface.Grid(Material.Mouth, 10, 6, closed: false, inward: true, point: (u, v) =>
            new Vector3(Lerp(right.X * 1.2f, left.X * 1.2f, u), y + 1.2f - (4.6f * v), 3.1f - (2.5f * (u - 0.5f) * (u - 0.5f) * 4)));
        yield return Surface.Grid(Material.Teeth, 24, 4, closed: false, inward: true, point: (u, v) =>
        {
            float across = (u - 0.5f) * 2;
            return new Vector3(across * 2.3f, y + 0.55f - (0.95f * v), 3.95f - (1.5f * across * across) - (0.12f * v));
        });
    }

    public static IEnumerable<Surface> Glasses(HeadModel head, SitterOutfit outfit)
    {
        bool round = outfit.Eyewear == Eyewear.Round;
        float half = head.EyeMidpoint.X + ((head.Left.Centre.X - head.Right.Centre.X) / 2);
        float z = head.Skin.Position[168].Z + 0.75f, y = head.EyeMidpoint.Y - 0.25f;
        Vector2 size = round ? new Vector2(2.35f, 2.2f) : new Vector2(2.65f, 1.75f);
        float power = round ? 2.2f : 4;
        foreach (float side in new[] { -1f, 1f })
        {
            Vector3 centre = new(side * (half + 0.1f), y, z - 0.5f);
            yield return Tube(64, closed: true, outfit.FrameColour, round ? 0.13f : 0.2f, t =>
            {
                float cos = MathF.Cos(t * 2 * MathF.PI), sin = MathF.Sin(t * 2 * MathF.PI);
                float scale = MathF.Pow(MathF.Pow(MathF.Abs(cos), power) + MathF.Pow(MathF.Abs(sin), power), -1 / power);
                Vector3 p = centre + new Vector3(cos * scale * size.X, sin * scale * size.Y, 0);
                return p with { Z = p.Z - (0.035f * (p.X * p.X)) + (0.25f) };
            });
            float hinge = side * (half + 0.1f + size.X);
            float ear = head.Skin.Position[side < 0 ? 234 : 454].X + (side * 0.15f);
            yield return Tube(12, closed: false, outfit.FrameColour, 0.16f, t =>
                new Vector3(Lerp(hinge, ear, MathF.Sqrt(t)), Lerp(y + 0.8f, y + 0.7f, t), Lerp(z - 1.1f, -4, t)));
        }

        float gap = half + 0.1f - size.X;
        yield return Tube(10, closed: false, outfit.FrameColour, 0.15f, t =>
        {
            float across = (t * 2) - 1;
            return new Vector3(across * (gap + 0.05f), y + 0.45f + (0.25f * (1 - (across * across))), z - 0.22f + (0.12f * (1 - (across * across))));
        });
    }

    private static Surface Tube(int count, bool closed, Vector3 tint, float radius, Func<float, Vector3> path) =>
        Surface.Grid(Material.Frame, 8, count, closed: true, tint: tint, point: (u, v) =>
        {
            Vector3 p = path(v);
            float before = closed ? v - 0.01f : Math.Max(0, v - 0.01f), after = closed ? v + 0.01f : Math.Min(1, v + 0.01f);
            var along = Vector3.Normalize(path(after) - path(before));
            Vector3 guide = MathF.Abs(along.Z) > 0.8f ? Vector3.UnitY : Vector3.UnitZ;
            var a = Vector3.Normalize(Vector3.Cross(guide, along));
            Vector3 b = Vector3.Cross(along, a);
            float angle = u * 2 * MathF.PI;
            return p + (radius * ((MathF.Cos(angle) * a) + (MathF.Sin(angle) * b)));
        });
}
