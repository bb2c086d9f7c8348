using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Light;

namespace Headshots.Studio.Matting;

/// <summary>
/// What is known of the person's and of the background's colours around every block, from where the mask is sure of them,
/// and how well the two can be told apart there. Owns what it holds.
/// </summary>
internal sealed class LayerColours : IDisposable
{
    /// <summary>Radii of the windows that layers' colours are taken from, as shares of the longer side.</summary>
    private const float Near = 0.015f;
    private const float Far = 0.05f;

    /// <summary>
    /// Squared separation in standard deviations over which layers come to be told apart: at it, a third of alikeness is
    /// left.
    /// </summary>
    private const float Apart = 3;

    private readonly ColourSamples _person;
    private readonly ColourSamples _background;

    /// <param name="picture">3 channels, sRGB-encoded.</param>
    /// <param name="rough">1 channel, 0 to 1, the picture's size: the network's belief.</param>
    public LayerColours(PlanarImage picture, PlanarImage rough)
    {
        Trimap = new Trimap(rough);
        Colours = BlockMeans.Of(picture, Trimap.Block);
        _person = new ColourSamples(Colours, Trimap.SurePerson, Trimap.Reach(Near), Trimap.Reach(Far));
        _background = new ColourSamples(Colours, Trimap.SureBackground, Trimap.Reach(Near), Trimap.Reach(Far));
    }

    public Trimap Trimap { get; }

    /// <summary>3 channels: the picture's block means.</summary>
    public PlanarImage Colours { get; }

    /// <summary>Both layers about a block; false where one has no sample in reach.</summary>
    public bool TryRead(int x, int y, out ColourModel person, out ColourModel background)
    {
        background = default;
        return _person.TryRead(x, y, out person) && _background.TryRead(x, y, out background);
    }

    /// <summary>How little colours tell of who is who about a block: 0 for layers far apart, 1 for the same colours or unknown ones.</summary>
    public float Alikeness(int x, int y)
    {
        if (!TryRead(x, y, out ColourModel person, out ColourModel background))
        {
            return 1;
        }

        Vector3 apart = person.Mean - background.Mean;
        float separation = Vector3.Dot(Covariance.Mix(person.Scatter, 1, background.Scatter, 1).Solve(apart), apart);
        return MathF.Exp(-separation / Apart);
    }

    public void Dispose()
    {
        Trimap.Dispose();
        Colours.Dispose();
        _person.Dispose();
        _background.Dispose();
    }
}
