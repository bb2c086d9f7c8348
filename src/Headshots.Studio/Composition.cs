using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Light;
using Headshots.Studio.Reports;
using Headshots.Vision.Faces;

namespace Headshots.Studio;

/// <summary>
/// One picture in the making: the framed person with alpha, then, once a background stands behind, the picture itself.
/// Stages change it in turn and note what they did. Owns its pixels.
/// </summary>
internal sealed class Composition : IDisposable
{
    private SkinRegion? _skin;

    /// <summary>The photo it is made from.</summary>
    public required Examination Seen { get; init; }

    public required Frame Frame { get; init; }

    /// <summary>
    /// 3 channels, sRGB-encoded, straight alpha: the person's own colours, until the background is placed; then the
    /// opaque picture.
    /// </summary>
    public required PlanarImage Picture { get; init; }

    /// <summary>1 channel, 0 to 1, the same size: who is person, as a share of the light; <c>LightMix</c> goes with it.</summary>
    public required PlanarImage Alpha { get; init; }

    /// <summary>How far <see cref="Alpha"/> may be off in the mean; 0 where it is known.</summary>
    public float EdgeDoubt { get; init; }

    /// <summary>3 channels, sRGB-encoded: the framed photo as it was sampled, surroundings and all; never changed.</summary>
    public required PlanarImage AsShot { get; init; }

    /// <summary>The face's points in pixels of this picture; z in the same scale.</summary>
    public required FaceMesh Mesh { get; init; }

    /// <summary>The skin of the face, found in <see cref="AsShot"/> when first asked for.</summary>
    public SkinRegion Skin => _skin ??= SkinRegion.Of(AsShot, Mesh);

    /// <summary>
    /// The mean linear light of the skin as it was shot, at the exposure that was found right: what its tone is held to.
    /// As it was shot where the exposure was right.
    /// </summary>
    public Vector3 SkinAtExposure
    {
        get => field == default ? Skin.AsFound : field;
        set;
    }

    public int Width => Picture.Width;

    public int Height => Picture.Height;

    /// <summary>What the sitter should know of this picture.</summary>
    public List<Reason> Warnings { get; } = [];

    /// <summary>What the darkroom did to the light.</summary>
    public LightReport? Light { get; set; }

    /// <summary>What became of the clothes.</summary>
    public AttireReport? Attire { get; set; }

    public void Dispose()
    {
        Picture.Dispose();
        Alpha.Dispose();
        AsShot.Dispose();
        _skin?.Dispose();
    }
}
