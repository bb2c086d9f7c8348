using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Matting;
using Headshots.Studio.Perspective;
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

    /// <summary>In pixels of <see cref="Photo"/>.</summary>
    public FaceMesh? Mesh { get; init; }

    /// <summary>The face, small and level, as it was judged.</summary>
    public FacePatch? Patch { get; init; }

    /// <summary>
    /// From where the headshot shows the sitter. Heads, content, mask and frames are in coordinates of the corrected
    /// photo, which are those of <see cref="Photo"/> unless a camera was too close.
    /// </summary>
    public Standpoint Standpoint { get; init; } = Standpoint.AsShot;

    /// <summary>What was found and done about the camera's distance.</summary>
    public PerspectiveReport? Perspective { get; init; }

    /// <summary>The face that the heads were measured on, in coordinates of the corrected photo.</summary>
    public FaceMesh SeenMesh
    {
        get => field ?? throw new InvalidOperationException("No face was found in this photo.");
        init;
    }

    /// <summary>In the corrected photo, the head with its crown found: as levelled as asked first, then less levelled for photos without room.</summary>
    public IReadOnlyList<HeadGeometry> Heads
    {
        get => field ?? throw new InvalidOperationException("No face was found in this photo.");
        init;
    }

    /// <summary>The corrected photo without bars of one colour around it.</summary>
    public RectF Content { get; init; } = new(0, 0, photo.Width, photo.Height);

    /// <summary>Of the corrected photo.</summary>
    public MaskRaster Mask
    {
        get => _mask ?? throw new InvalidOperationException("No face was found in this photo.");
        init => _mask = value;
    }

    public void Dispose()
    {
        Photo.Dispose();
        _mask?.Dispose();
        Patch?.Dispose();
    }
}
