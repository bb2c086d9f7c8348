using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Reports;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Attire;

/// <summary>
/// A drawn person as a composition before the background, cut out perfectly, and which of its pixels are cloth: those
/// that change when the same person is drawn in clothes of another colour. Owns the composition.
/// </summary>
internal sealed class DressedSitter : IDisposable
{
    private DressedSitter(Composition composition, bool[] cloth)
    {
        Composition = composition;
        Cloth = cloth;
    }

    public Composition Composition { get; }

    /// <summary>Row after row: surely cloth.</summary>
    public bool[] Cloth { get; }

    public int Width => Composition.Width;

    /// <param name="room">Draws and keeps drawings.</param>
    /// <param name="scene">Who, and in what.</param>
    public static DressedSitter Of(SitterStudio room, SitterScene scene)
    {
        DrawnSitter drawn = room.Draw(scene);
        DrawnSitter other = room.Draw(scene with { Outfit = scene.Outfit with { Colour = scene.Outfit.Colour.X > 0.4f ? new(0.1f, 0.3f, 0.1f) : new(0.8f, 0.5f, 0.8f) } });
        bool[] cloth = new bool[scene.Width * scene.Height];
        for (int i = 0; i < cloth.Length; i++)
        {
            (int y, int x) = Math.DivRem(i, scene.Width);
            float change = 0;
            float light = 0.01f;
            for (int c = 0; c < 3; c++)
            {
                change += Math.Abs(drawn.Foreground.Row(c, y)[x] - other.Foreground.Row(c, y)[x]);
                light += Math.Max(drawn.Foreground.Row(c, y)[x], other.Foreground.Row(c, y)[x]);
            }

            cloth[i] = drawn.Alpha.Row(0, y)[x] > 0.95f && change > 0.3f * light;
        }

        return new DressedSitter(Compose(drawn), cloth);
    }

    public Lab Colour(int index)
    {
        (int y, int x) = Math.DivRem(index, Width);
        PlanarImage picture = Composition.Picture;
        return Lab.FromSrgb(new(picture.Row(0, y)[x], picture.Row(1, y)[x], picture.Row(2, y)[x]));
    }

    public void Dispose()
    {
        Composition.Dispose();
        Composition.Seen.Dispose();
    }

    private static Composition Compose(DrawnSitter drawn)
    {
        (int width, int height) = (drawn.Image.Width, drawn.Image.Height);
        PlanarImage picture = PlanarImage.Rent(width, height, 3);
        PlanarImage asShot = PlanarImage.Rent(width, height, 3);
        PlanarImage alpha = PlanarImage.Rent(width, height, 1);
        PlanarColour.Encode(drawn.Foreground, picture);
        PlanarColour.Encode(drawn.Foreground, asShot);
        drawn.Alpha.Plane(0).CopyTo(alpha.Plane(0));
        HeadGeometry head = HeadGeometry.FromMesh(drawn.Mesh, 0);
        return new Composition
        {
            Seen = new Examination(PhotoEdit.Crop(drawn.Image, 0, 0, width, height), new PhotoReport("png", width, height, 0)) { Heads = [head] },
            Frame = new Frame(head, new RectF(-head.Origin.X, -head.Origin.Y, width, height)),
            Picture = picture,
            Alpha = alpha,
            AsShot = asShot,
            Mesh = drawn.Mesh,
        };
    }
}
