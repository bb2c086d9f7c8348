using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Framing;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Light;
using Headshots.Studio.Reports;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Light;

/// <summary>A drawn person on the darkroom's bench, framed as drawn, with the truth for mesh and matte.</summary>
internal sealed class LitSitter : IDisposable
{
    private readonly Examination _seen;

    public LitSitter(DrawnSitter drawn, RgbImage? photo = null)
    {
        RgbImage shot = PhotoEdit.Crop(photo ?? drawn.Image, 0, 0, drawn.Image.Width, drawn.Image.Height);
        _seen = new Examination(shot, new PhotoReport("png", shot.Width, shot.Height)) { Mesh = drawn.Mesh };
        PlanarImage alpha = PlanarImage.Rent(shot.Width, shot.Height, 1);
        drawn.Alpha.Plane(0).CopyTo(alpha.Plane(0));
        Composition = new Composition
        {
            Seen = _seen,
            Frame = new Frame(HeadGeometry.FromMesh(drawn.Mesh, 0), new RectF(0, 0, shot.Width, shot.Height)),
            Picture = Planes(shot),
            Alpha = alpha,
            AsShot = Planes(shot),
            Mesh = drawn.Mesh,
        };
    }

    public Composition Composition { get; }

    /// <summary>The skin's tone as it was shot.</summary>
    public Lab Before => Composition.Skin.Tone(Composition.AsShot)!.Value;

    /// <summary>The skin's tone now.</summary>
    public Lab After => Composition.Skin.Tone(Composition.Picture)!.Value;

    public double DeltaIta => After.Ita - Before.Ita;

    public double DeltaHue => ColourDifference.HueTurn(Before, After);

    public SkinRegion Skin => Composition.Skin;

    public static PlanarImage Planes(RgbImage photo)
    {
        PlanarImage planes = PlanarImage.Rent(photo.Width, photo.Height, 3);
        Resampler.Resize(photo, new RectF(0, 0, photo.Width, photo.Height), planes);
        return planes;
    }

    public void Dispose()
    {
        Composition.Dispose();
        _seen.Dispose();
    }
}
