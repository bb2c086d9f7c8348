using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Matting;
using Headshots.Studio.Reports;
using Headshots.Vision.Faces;

namespace Headshots.Studio.Inspecting;

/// <summary>
/// What was seen in a photo. Without a face there is no mesh, head or mask; asking for them then is a fault. Owns the
/// pixels it holds.
/// </summary>
internal sealed class Examination(RgbImage photo, PhotoReport facts) : IDisposable
{
    private MaskRaster? _mask;

    /// <summary>Upright: camera orientation applied, and turned so that the sitter is not lying.</summary>
    public RgbImage Photo { get; } = photo;

    /// <summary>The photo as it was sent, upright; larger than <see cref="Photo"/> when that was read at a reduced size.</summary>
    public PhotoReport Facts { get; } = facts;

    /// <summary>From pixels of <see cref="Photo"/> to pixels of the photo as it was sent.</summary>
    public float FullScale => (float)Facts.Width / Photo.Width;

    public IReadOnlyList<Reason> Reasons { get; init; } = [];

    public IReadOnlyList<Reason> Warnings { get; init; } = [];

    public FaceReport? Face { get; init; }

    public FaceMesh? Mesh { get; init; }

    /// <summary>The head with its crown found: as levelled as asked first, then less levelled for photos without room.</summary>
    public IReadOnlyList<HeadGeometry> Heads
    {
        get => field ?? throw new InvalidOperationException("No face was found in this photo.");
        init;
    }

    /// <summary>The photo without bars of one colour around it, in pixels of <see cref="Photo"/>.</summary>
    public RectF Content { get; init; } = new(0, 0, photo.Width, photo.Height);

    public MaskRaster Mask
    {
        get => _mask ?? throw new InvalidOperationException("No face was found in this photo.");
        init => _mask = value;
    }

    public void Dispose()
    {
        Photo.Dispose();
        _mask?.Dispose();
    }
}
