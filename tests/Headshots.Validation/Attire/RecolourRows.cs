using System.Globalization;
using System.Numerics;
using System.Text;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio;
using Headshots.Studio.Attire;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Reports;
using Headshots.Studio.Specs;

namespace Headshots.Validation.Attire;

/// <summary>
/// Dyed clothes of drawn people. Which pixels are cloth is known: those that change when the same person is drawn in
/// clothes of another colour. A lanyard is painted over the drawn cloth, so that it too is known.
/// </summary>
internal static class RecolourRows
{
    private const int Side = 768;

    /// <summary>ΔE of CIELAB by which a pixel has changed, as an eye that compares would see.</summary>
    private const double Changed = 5;

    /// <summary>Half the lanyard's width, in distances between the eyes.</summary>
    private const float Strap = 0.09f;

    private static readonly Vector3 _red = SrgbCurve.ToLinear(new Vector3(0.85f, 0.12f, 0.12f));

    public static void Append(SitterRenderer renderer, StringBuilder text, IReadOnlyList<string> colours)
    {
        text.Append("""
            ## Recolour: drawn sitters

            *off*: CIEDE2000 of the cloth's median from the colour asked for. *missed*: share of the cloth that kept its colour. *leaked*: share of skin and hair that changed by more than ΔE 5. *lanyard*: share of a red lanyard, painted over the cloth, that kept its colour (amara and lena wear red themselves: there it is dyed with the cloth). Sitters drawn at 768² and cut out perfectly; the worst of the four colours is stated.

            | sitter | done | off | missed | leaked | lanyard |
            |---|---|---|---|---|---|

            """);
        foreach (NamedSitter sitter in SitterGallery.All)
        {
            SitterScene scene = sitter.Scene with
            {
                Width = Side,
                Height = Side,
                Camera = new SitterCamera { DistanceCm = 70, FocalLength35 = SitterCamera.FocalFor(0.13f, 70, Side, Side), EyesAt = new Vector2(0.5f, 0.4f) },
            };
            using DrawnSitter drawn = renderer.Draw(scene);
            using DrawnSitter other = renderer.Draw(scene with { Outfit = Exchanged(scene.Outfit) });
            Row(sitter.Name, drawn, Cloth(drawn, other), colours, text);
        }

        text.Append('\n');
    }

    /// <summary>The same clothes in a very different colour; a blazer's shirt stays, since it is another piece.</summary>
    private static SitterOutfit Exchanged(SitterOutfit outfit)
    {
        bool shirt = outfit.Clothing == Clothing.Shirt;
        Vector3 worn = shirt ? outfit.ShirtColour : outfit.Colour;
        Vector3 unlike = worn.X > 0.4f ? new(0.1f, 0.3f, 0.1f) : new(0.8f, 0.5f, 0.8f);
        return outfit with { Colour = unlike, ShirtColour = shirt ? unlike : outfit.ShirtColour };
    }

    private static void Row(string name, DrawnSitter drawn, bool[] cloth, IReadOnlyList<string> colours, StringBuilder text)
    {
        if (!cloth.Contains(true))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {name} | no cloth in sight but the headscarf | – | – | – | – |\n");
            return;
        }

        bool[] strap = Lanyard(drawn, cloth);
        (int done, double off, double missed, double leaked, double kept) = (0, 0, 0, 0, 1);
        string? why = null;
        foreach (string colour in colours)
        {
            RgbColour wanted = RgbColour.Parse(colour);
            using Examination seen = new(Copy(drawn.Image), new PhotoReport("png", Side, Side)) { Heads = [HeadGeometry.FromMesh(drawn.Mesh, 0)] };
            using Composition plain = Compose(drawn, seen, null);
            Lab[] before = Colours(plain);
            Wardrobe.Dress(plain, new AttireSpec { Mode = "recolour", Colour = wanted }, KitAssets.None);
            if (plain.Attire!.Done != "recolour")
            {
                why = plain.Warnings[0].Message.Split(',')[0];
                continue;
            }

            done++;
            Lab[] after = Colours(plain);
            int[] inside = [.. Enumerable.Range(0, cloth.Length).Where(i => cloth[i])];
            int[] person = [.. Enumerable.Range(0, cloth.Length).Where(i => !cloth[i] && drawn.Alpha.Row(0, i / Side)[i % Side] > 0.95f)];
            off = Math.Max(off, ColourDifference.Ciede2000(Median(inside, after), Lab.FromSrgb(wanted.Encoded)));
            missed = Math.Max(missed, inside.Average(i => ColourDifference.Ciede2000(before[i], after[i]) < 2 ? 1.0 : 0));
            leaked = Math.Max(leaked, person.Average(i => ColourDifference.Cie76(before[i], after[i]) > Changed ? 1.0 : 0));

            using Composition worn = Compose(drawn, seen, strap);
            Lab[] with = Colours(worn);
            Wardrobe.Dress(worn, new AttireSpec { Mode = "recolour", Colour = wanted }, KitAssets.None);
            Lab[] dyed = Colours(worn);
            int[] red = [.. Enumerable.Range(0, strap.Length).Where(i => strap[i])];
            kept = Math.Min(kept, red.Length == 0 ? 1 : red.Average(i => ColourDifference.Cie76(with[i], dyed[i]) <= 2 * Changed ? 1.0 : 0));
        }

        text.Append(done == 0
            ? $"| {name} | {why} | – | – | – | – |\n"
            : string.Create(CultureInfo.InvariantCulture, $"| {name} | {done} of {colours.Count} | {off:F1} | {missed:P1} | {leaked:P2} | {kept:P0} |\n"));
    }

    private static bool[] Cloth(DrawnSitter drawn, DrawnSitter other)
    {
        bool[] cloth = new bool[Side * Side];
        for (int i = 0; i < cloth.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, Side);
            float change = 0;
            float light = 0.01f;
            for (int c = 0; c < 3; c++)
            {
                change += Math.Abs(drawn.Foreground.Row(c, y)[x] - other.Foreground.Row(c, y)[x]);
                light += Math.Max(drawn.Foreground.Row(c, y)[x], other.Foreground.Row(c, y)[x]);
            }

            cloth[i] = drawn.Alpha.Row(0, y)[x] > 0.95f && change > 0.3f * light;
        }

        return cloth;
    }

    /// <summary>Two straps from the sides of the neck to the middle of the chest, as far as there is cloth.</summary>
    private static bool[] Lanyard(DrawnSitter drawn, bool[] cloth)
    {
        bool[] strap = new bool[cloth.Length];
        float eye = drawn.InterEyePixels;
        for (int i = 0; i < strap.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, Side);
            float down = (y - drawn.Chin.Y) / eye;
            float beside = Math.Abs(x - drawn.Chin.X) / eye;
            strap[i] = cloth[i] && down > 0.3f && Math.Abs(beside - Math.Max(0.12f, 1.1f - (0.35f * down))) < Strap;
        }

        return strap;
    }

    private static Composition Compose(DrawnSitter drawn, Examination seen, bool[]? strap)
    {
        PlanarImage picture = PlanarImage.Rent(Side, Side, 3);
        PlanarImage asShot = PlanarImage.Rent(Side, Side, 3);
        PlanarImage alpha = PlanarImage.Rent(Side, Side, 1);
        drawn.Alpha.Plane(0).CopyTo(alpha.Plane(0));
        using PlanarImage light = PlanarImage.Rent(Side, Side, 3);
        for (int channel = 0; channel < 3; channel++)
        {
            for (int y = 0; y < Side; y++)
            {
                Span<float> row = light.Row(channel, y);
                drawn.Foreground.Row(channel, y).CopyTo(row);
                for (int x = 0; strap is not null && x < Side; x++)
                {
                    row[x] = strap[(y * Side) + x] ? _red[channel] : row[x];
                }
            }
        }

        PlanarColour.Encode(light, picture);
        PlanarColour.Encode(light, asShot);
        HeadGeometry head = HeadGeometry.FromMesh(drawn.Mesh, 0);
        return new Composition
        {
            Seen = seen,
            Frame = new Frame(head, new RectF(-head.Origin.X, -head.Origin.Y, Side, Side)),
            Picture = picture,
            Alpha = alpha,
            AsShot = asShot,
            Mesh = drawn.Mesh,
        };
    }

    private static Lab[] Colours(Composition composition)
    {
        Lab[] colours = new Lab[Side * Side];
        PlanarImage picture = composition.Picture;
        for (int i = 0; i < colours.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, Side);
            colours[i] = Lab.FromSrgb(new Vector3(picture.Row(0, y)[x], picture.Row(1, y)[x], picture.Row(2, y)[x]));
        }

        return colours;
    }

    private static Lab Median(int[] where, Lab[] colours) => new(
        Middle(where.Select(i => colours[i].L)), Middle(where.Select(i => colours[i].A)), Middle(where.Select(i => colours[i].B)));

    private static double Middle(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }

    private static RgbImage Copy(RgbImage photo)
    {
        RgbImage copy = RgbImage.Rent(photo.Width, photo.Height);
        photo.Pixels.CopyTo(copy.Pixels);
        return copy;
    }
}
