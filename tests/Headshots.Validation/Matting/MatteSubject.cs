using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Matting;
using Headshots.Vision;
using Headshots.Vision.Faces;

namespace Headshots.Validation.Matting;

/// <summary>A framed photo of somebody whose alpha is known. Owns its images.</summary>
internal sealed class MatteSubject : IDisposable
{
    public required string Name { get; init; }

    /// <summary>3 channels, sRGB-encoded, as the matte gets it.</summary>
    public required PlanarImage Picture { get; init; }

    /// <summary>1 channel: the plain mask, enlarged smoothly.</summary>
    public required PlanarImage Rough { get; init; }

    /// <summary>1 channel: who is person, by the drawing or by the file beside the photo.</summary>
    public required PlanarImage Alpha { get; init; }

    /// <summary>
    /// 3 channels, sRGB-encoded, not premultiplied: the person's own colours, known of drawings only. Null where the
    /// reference is a hard mask, which says nothing about half-transparent edges.
    /// </summary>
    public PlanarImage? Colours { get; init; }

    /// <summary>1 channel: <see cref="Alpha"/> as the share of the light. Known wherever the colours are.</summary>
    public PlanarImage? Light { get; init; }

    /// <summary>
    /// The mask as the studio would look at it with this face found; with no face, only the look at the whole picture.
    /// </summary>
    public static PlanarImage LookAt(VisionEngine engine, RgbImage photo, RectF? face, int width, int height, Matrix3x2 toPhoto)
    {
        if (face is not { } box)
        {
            var whole = new RectF(0, 0, photo.Width, photo.Height);
            using var raster = new MaskRaster(engine.SegmentPerson(photo, whole), whole);
            return raster.LaidOn(width, height, toPhoto);
        }

        // The detector's box ends at the chin and has the eyes a fifth down.
        float chin = 0.8f * box.Height;
        var eyes = new Vector2(box.Centre.X, box.Bottom - chin);
        var head = new HeadGeometry(eyes, 0, -1.2f * chin, chin, 0, chin / 2, CrownSeen: true);
        using MaskRaster mask = MaskRaster.Of(engine, photo, new FaceDetection(box, 1, []), head);
        return mask.LaidOn(width, height, toPhoto);
    }

    public void Dispose()
    {
        Picture.Dispose();
        Rough.Dispose();
        Alpha.Dispose();
        Colours?.Dispose();
        Light?.Dispose();
    }
}
