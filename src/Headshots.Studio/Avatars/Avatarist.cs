using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Backgrounds;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Avatars;

/// <summary>
/// Draws the sitter from the finished headshot: texture is smoothed away, a few tones of the person's own are left, and
/// lines go where edges are. Background and clothes take the brand's colours; skin and hair stay as they are.
/// </summary>
internal static class Avatarist
{
    public const string FileName = "avatar.png";

    // The drawing is made at a size between these and then brought to the asked one: strokes have a size of their own.
    private const int LeastWork = 512;
    private const int MostWork = 1024;

    private static readonly OutputMetadata _metadata = OutputMetadata.OfHeadshots(DigitalSourceTypes.AlgorithmicallyEnhanced);

    /// <returns>Null when the kit asks for no drawing.</returns>
    public static PortraitFile? Draw(Composition headshot, PortraitSpec spec)
    {
        if (AvatarStyle.Of(spec.Avatar.Style) is not { } style)
        {
            return null;
        }

        int work = Math.Clamp(spec.Avatar.Size, LeastWork, MostWork);
        RectF square = Square(headshot);
        FigureParts parts = FigureParts.Of(headshot, square, work);
        using PlanarImage drawing = PlanarImage.Rent(work, work, 3);
        Person(headshot, square, style, drawing);
        Sheet sheet = Sheet.FromEncoded(drawing);
        Drawing.Make(sheet, parts, style, BrandColours.Of(spec, headshot)).ToEncoded(drawing);
        if (work == spec.Avatar.Size)
        {
            return new PortraitFile(FileName, PhotoEncoder.Encode(drawing, new PngSettings(), _metadata));
        }

        using PlanarImage sized = PlanarImage.Rent(spec.Avatar.Size, spec.Avatar.Size, 3);
        Resampler.Resize(drawing, new RectF(0, 0, work, work), sized);
        return new PortraitFile(FileName, PhotoEncoder.Encode(sized, new PngSettings(), _metadata));
    }

    /// <summary>The largest square of the headshot that has the face in its middle, as far as there is room.</summary>
    internal static RectF Square(Composition headshot)
    {
        float side = Math.Min(headshot.Width, headshot.Height);
        Vector2 face = (headshot.Mesh.Flat(10) + headshot.Mesh.Flat(152)) / 2;
        return new RectF(
            Math.Clamp(face.X - (side / 2), 0, headshot.Width - side), Math.Clamp(face.Y - (side / 2), 0, headshot.Height - side), side, side);
    }

    /// <summary>The person's own colours over the whole square: what stood behind must not come through at the edges.</summary>
    private static void Person(Composition headshot, RectF square, AvatarStyle style, PlanarImage drawing)
    {
        Resampler.Resize(headshot.Picture, square, drawing);
        using PlanarImage alpha = PlanarImage.Rent(drawing.Width, drawing.Height, 1);
        Resampler.Resize(headshot.Alpha, square, alpha);
        foreach (ref float value in alpha.Plane(0))
        {
            value = value > 0.97f ? 1 : 0;
        }

        Inpainting.Fill(drawing, alpha);
        if (style.EyeGrowth > 0)
        {
            LargerEyes.Apply(drawing, headshot.Mesh, square, style.EyeGrowth);
        }
    }
}
