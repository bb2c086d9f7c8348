using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter.Drawing;
using static Headshots.Sitter.Drawing.Noise;

namespace Headshots.Sitter.Backgrounds;

/// <summary>
/// Places to sit in, painted by formula. Coordinates: x from −½ to ½ of the picture's long side, y upwards likewise, so a
/// place looks alike in every format; a rolled camera rolls them.
/// </summary>
internal static class Backdrop
{
    public static PlanarImage Paint(SitterScene scene)
    {
        float blur = scene.Backdrop.Blur * Math.Max(scene.Width, scene.Height) / 1000;

        // What a blur of several pixels leaves can be painted coarser: a disc still spans two coarse pixels or more.
        int coarse = Math.Clamp((int)(blur / 2), 1, 4);
        PlanarImage image = PlanarImage.Rent(scene.Width, scene.Height, 3);
        if (coarse == 1)
        {
            Fill(image, scene, 1);
            Lens.Disc(image, blur);
            return image;
        }

        using PlanarImage small = PlanarImage.Rent((scene.Width + coarse - 1) / coarse, (scene.Height + coarse - 1) / coarse, 3);
        Fill(small, scene, coarse);
        Lens.Disc(small, blur / coarse);
        Enlarge(small, image, coarse);
        return image;
    }

    private static void Fill(PlanarImage image, SitterScene scene, int coarse)
    {
        float size = Math.Max(scene.Width, scene.Height);
        float angle = scene.Camera.Roll * MathF.PI / 180, cos = MathF.Cos(angle) / size, sin = MathF.Sin(angle) / size;
        Vector3 white = Colour.Temperature(scene.Light.ColourTemperature) * MathF.Pow(2, scene.Light.Exposure);
        Func<Vector2, Vector3> place = Places.Choose(scene.Backdrop);
        PixelThreads.ForRows(image.Height, 8, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                Span<float> red = image.Row(0, y), green = image.Row(1, y), blue = image.Row(2, y);
                float py = (scene.Height / 2f) - ((y + 0.5f) * coarse);
                for (int x = 0; x < red.Length; x++)
                {
                    float px = ((x + 0.5f) * coarse) - (scene.Width / 2f);
                    Vector2 at = new((px * cos) - (py * sin), (px * sin) + (py * cos));

                    // Two samples on a diagonal soften hard edges enough; blur does the rest.
                    Vector2 quarter = new(0.25f * coarse / size, 0.25f * coarse / size);
                    Vector3 light = white * 0.5f * (place(at - quarter) + place(at + quarter));
                    (red[x], green[x], blue[x]) = (light.X, light.Y, light.Z);
                }
            }
        });
    }

    // Bilinear, pixel centres on pixel centres.
    private static void Enlarge(PlanarImage small, PlanarImage large, int coarse) =>
        PixelThreads.ForRows(large.Height, 32, (first, end) =>
        {
            for (int y = first; y < end; y++)
            {
                float v = Math.Clamp(((y + 0.5f) / coarse) - 0.5f, 0, small.Height - 1);
                int top = (int)v, below = Math.Min(top + 1, small.Height - 1);
                for (int c = 0; c < 3; c++)
                {
                    Span<float> target = large.Row(c, y), upper = small.Row(c, top), lower = small.Row(c, below);
                    for (int x = 0; x < target.Length; x++)
                    {
                        float u = Math.Clamp(((x + 0.5f) / coarse) - 0.5f, 0, upper.Length - 1);
                        int left = (int)u, right = Math.Min(left + 1, upper.Length - 1);
                        target[x] = Lerp(Lerp(upper[left], upper[right], u - left), Lerp(lower[left], lower[right], u - left), v - top);
                    }
                }
            }
        });
}

/// <summary>Linear colour of a place at a point.</summary>
internal static class Places
{
    public static Func<Vector2, Vector3> Choose(SitterBackdrop backdrop)
    {
        int seed = backdrop.Seed;
        Vector3 wall = Colour.ToLinear(backdrop.Wall);
        return backdrop.Kind switch
        {
            BackdropKind.Wall => p => Wall(p, wall, seed),
            BackdropKind.Bookshelf => p => Bookshelf(p, seed),
            BackdropKind.Garden => p => Garden(p, seed),
            BackdropKind.Bokeh => Bokeh(seed),
            BackdropKind.Window => p => Window(p, seed),
            _ => Room(wall, seed),
        };
    }

    private static Vector3 Wall(Vector2 p, Vector3 colour, int seed) =>
        colour * (0.92f + (0.16f * p.Y) - (0.12f * p.LengthSquared()) + (0.012f * Value(p * 160, seed)) + (0.03f * Value(p * 3, seed + 1)));

    private static Func<Vector2, Vector3> Room(Vector3 wall, int seed)
    {
        var lot = new Lot(seed);
        var pictures = new (Vector2 At, Vector2 Half, Vector3 Paint, Vector3 Frame, Vector3 Accent)[4];
        for (int i = 0; i < pictures.Length; i++)
        {
            Vector2 at = new(lot.Between(-0.5f, 0.5f), lot.Between(0.05f, 0.4f)), half = new(lot.Between(0.04f, 0.1f), lot.Between(0.05f, 0.12f));
            Vector3 paint = Hue(lot.Next(), 0.5f, lot.Between(0.15f, 0.5f)), frame = new(lot.Between(0.02f, 0.3f));
            pictures[i] = (at, half, paint, frame, Hue(lot.Next(), 0.5f, 0.4f));
        }

        float floor = -0.27f + (0.02f * lot.Next()), plantX = lot.Chance(0.5f) ? -0.38f : 0.38f;
        return p =>
        {
            Vector3 c = Wall(p, wall, seed) * (0.85f + (0.35f * Step(-0.6f, 0.6f, p.X)));
            for (int i = 0; i < pictures.Length; i++)
            {
                (Vector2 at, Vector2 half, Vector3 paint, Vector3 frame, Vector3 accent) = pictures[i];
                Vector2 q = Vector2.Abs(p - at) - half;
                float edge = Math.Max(q.X, q.Y);
                if (edge < 0.02f)
                {
                    c = edge < -0.012f ? Vector3.Lerp(paint, accent, Step(-0.1f, 0.1f, Value((p + at) * 9, seed + i)))
                        : edge < 0 ? frame : c * (1 - (0.3f * Step(0.02f, 0, edge)));
                }
            }

            c = p.Y < floor ? new Vector3(0.22f, 0.13f, 0.08f) * (0.8f + (0.2f * Value(new Vector2(p.X * 6, p.Y * 90), seed))) : c;
            float leaf = ((p - new Vector2(plantX, -0.05f)) * new Vector2(1, 0.8f)).Length();
            bool plant = leaf < 0.15f && Value(p * 28, seed + 9) + (2.2f * (0.13f - leaf) / 0.13f) > 0.9f;
            return plant ? new Vector3(0.05f, 0.17f, 0.05f) * (0.7f + (0.6f * Value(p * 60, seed + 10))) : c;
        };
    }

    private static Vector3 Bookshelf(Vector2 p, int seed)
    {
        const float ShelfHeight = 0.19f;
        float level = MathF.Floor((p.Y + 0.03f) / ShelfHeight), inShelf = ((p.Y + 0.03f) / ShelfHeight) - level;
        var wood = new Vector3(0.17f, 0.095f, 0.05f);
        if (inShelf < 0.1f)
        {
            return wood * (1.1f + (0.3f * Value(new Vector2(p.X * 8, p.Y * 200), seed)));
        }

        float x = p.X + (0.013f * Unit(Hash((int)level, seed, 1)));
        float cell = MathF.Floor(x / 0.034f), inCell = (x / 0.034f) - cell;
        float split = 0.35f + (0.3f * Unit(Hash((int)cell, (int)level, seed)));
        int book = ((int)cell * 2) + (inCell > split ? 1 : 0);
        uint h = Hash(book, (int)level, seed + 5);
        float height = 0.62f + (0.33f * Unit(h));
        if (inShelf > height || Unit(Hash(h)) < 0.06f)
        {
            return wood * 0.3f;
        }

        float inBook = inCell > split ? (inCell - split) / (1 - split) : inCell / split;
        Vector3 cover = Hue(Unit(Hash(h + 1)), 0.25f + (0.6f * Unit(Hash(h + 2))), 0.04f + (0.4f * Unit(Hash(h + 3))));
        float round = 0.55f + (0.45f * MathF.Sin(inBook * MathF.PI));
        float band = MathF.Abs(inShelf - (0.25f + (0.4f * Unit(Hash(h + 4))))) < 0.03f ? 1.8f : 1;
        return cover * (round * band * (1 - (0.5f * Step(0.85f, 1, inShelf))));
    }

    private static Vector3 Garden(Vector2 p, int seed)
    {
        Vector3 sky = Vector3.Lerp(new Vector3(0.75f, 0.86f, 0.95f), new Vector3(0.30f, 0.52f, 0.85f), Step(0, 0.6f, p.Y));
        Vector3 c = sky;
        for (int layer = 0; layer < 3; layer++)
        {
            float scale = 5 + (layer * 5f);
            float cover = Fractal(new Vector3(p * scale, 0.3f), 3, seed + (layer * 10)) + (2.4f * (0.28f - (layer * 0.14f) - p.Y));
            float light = 0.75f + (0.7f * Value(p * (scale * 7), seed + 60 + layer));
            Vector3 green = Vector3.Lerp(new Vector3(0.035f, 0.10f, 0.025f), new Vector3(0.22f, 0.33f, 0.06f), Step(-0.6f, 0.7f, Value(p * (scale * 2.3f), seed + 80 + layer)));
            c = Vector3.Lerp(c, green * light, Step(0, 0.12f, cover));
        }

        float flower = Step(0.80f, 0.86f, Value(p * 34, seed + 97)) * Step(0.05f, -0.1f, p.Y);
        return Vector3.Lerp(c, Hue(Unit(Hash(seed, 3, 4)), 0.7f, 0.6f), flower);
    }

    private static Func<Vector2, Vector3> Bokeh(int seed)
    {
        var lot = new Lot(seed);
        var lamps = new (Vector2 At, float Radius, Vector3 Colour)[46];
        for (int i = 0; i < lamps.Length; i++)
        {
            Vector2 at = new(lot.Between(-0.55f, 0.55f), lot.Between(-0.45f, 0.5f));
            float radius = lot.Between(0.015f, 0.05f), hue = lot.Chance(0.65f) ? lot.Between(0.05f, 0.14f) : lot.Next(), power = lot.Between(0.15f, 0.9f);
            lamps[i] = (at, radius, Hue(hue, 0.6f, power));
        }

        return p =>
        {
            Vector3 c = Vector3.Lerp(new Vector3(0.015f, 0.018f, 0.03f), new Vector3(0.08f, 0.06f, 0.07f), Step(0.5f, -0.4f, p.Y));
            foreach ((Vector2 at, float radius, Vector3 colour) in lamps)
            {
                float square = Vector2.DistanceSquared(p, at);
                if (square < radius * radius)
                {
                    float d = MathF.Sqrt(square);
                    c += colour * (Step(radius, radius * 0.93f, d) * (0.75f + (0.25f * Step(radius * 0.6f, radius * 0.95f, d))));
                }
            }

            return c;
        };
    }

    private static Vector3 Window(Vector2 p, int seed)
    {
        Vector3 wall = new Vector3(0.42f, 0.40f, 0.37f) * (0.8f + (0.2f * p.Y));
        float side = Unit(Hash(seed, 1, 2)) < 0.5f ? -1 : 1;
        Vector2 q = new((p.X * side) - 0.12f, p.Y - 0.12f);
        if (MathF.Abs(q.X) > 0.36f || MathF.Abs(q.Y) > 0.3f)
        {
            return wall;
        }

        float bar = Math.Min(MathF.Abs(q.X), MathF.Abs(q.Y));
        bar = Math.Min(bar, Math.Min(0.36f - MathF.Abs(q.X), 0.3f - MathF.Abs(q.Y)));
        if (bar < 0.012f)
        {
            return new Vector3(0.72f);
        }

        float column = MathF.Floor(p.X / 0.07f), top = -0.05f + (0.25f * Unit(Hash((int)column, seed, 8)));
        if (p.Y > top)
        {
            return Vector3.Lerp(new Vector3(1.0f, 1.0f, 0.98f), new Vector3(0.55f, 0.75f, 1.05f), Step(0, 0.5f, p.Y));
        }

        bool pane = MathF.Abs(MathF.IEEERemainder(p.X, 0.014f)) < 0.004f && MathF.Abs(MathF.IEEERemainder(p.Y, 0.022f)) < 0.007f;
        return Hue(0.08f, 0.15f, 0.28f + (0.25f * Unit(Hash((int)column, seed, 9)))) * (pane ? 0.5f : 1);
    }

    /// <summary>A linear colour from hue [0, 1), saturation and value.</summary>
    private static Vector3 Hue(float hue, float saturation, float value)
    {
        static float Channel(float h) => Math.Clamp(MathF.Abs(((h - MathF.Floor(h)) * 6) - 3) - 1, 0, 1);
        Vector3 pure = new(Channel(hue), Channel(hue + (2 / 3f)), Channel(hue + (1 / 3f)));
        return value * Vector3.Lerp(Vector3.One, pure, saturation);
    }
}
