using System.Numerics;
using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Framing;
using Headshots.Studio.Matting;

namespace Headshots.Validation.Framing;

/// <summary>Where a drawn head truly is in its photo: from the drawing's own points and coverage, nothing measured.</summary>
/// <param name="Crown">Top of hair or head above the face's middle.</param>
/// <param name="Chin">Lowest point of the jaw.</param>
/// <param name="Eyes">Middle between the irises.</param>
/// <param name="Middle">The face's middle at the height of the eyes.</param>
internal sealed record TrueHead(Vector2 Crown, Vector2 Chin, Vector2 Eyes, Vector2 Middle)
{
    public static TrueHead Of(DrawnSitter drawn)
    {
        RectF whole = new(0, 0, drawn.Image.Width, drawn.Image.Height);
        PlanarImage coverage = PlanarImage.Rent(drawn.Alpha.Width, drawn.Alpha.Height, 1);
        drawn.Alpha.Plane(0).CopyTo(coverage.Plane(0));
        using MaskRaster mask = new(coverage, whole);
        HeadGeometry head = CrownFinder.Find(HeadGeometry.FromMesh(drawn.Mesh, levelling: 1), mask, whole);
        return new TrueHead(At(head, head.Crown), At(head, head.Chin), head.Origin, At(head, 0));
    }

    /// <summary>The framing that a frame truly gives this head.</summary>
    public (float FaceHeight, float EyeLine, float CentreOffset) In(Frame frame)
    {
        if (!Matrix3x2.Invert(frame.PictureToPhoto(1, 1), out Matrix3x2 toPicture))
        {
            throw new InvalidOperationException("A frame has an area.");
        }

        float crown = Vector2.Transform(Crown, toPicture).Y;
        float chin = Vector2.Transform(Chin, toPicture).Y;
        return (chin - crown, Vector2.Transform(Eyes, toPicture).Y, Vector2.Transform(Middle, toPicture).X - 0.5f);
    }

    private static Vector2 At(HeadGeometry head, float y) => Vector2.Transform(new Vector2(head.CentreX, y), head.ToPhoto);
}
