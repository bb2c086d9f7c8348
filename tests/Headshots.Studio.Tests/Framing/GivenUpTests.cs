using System.Numerics;
using Headshots.Imaging;
using Headshots.Studio.Framing;
using Headshots.Studio.Reports;

namespace Headshots.Studio.Tests.Framing;

public sealed class GivenUpTests
{
    private static readonly AskedFraming _asked = new(FaceHeight: 0.5f, EyeLine: 0.4f, CentreOffset: 0);

    [Fact]
    public void Of_FrameAsAsked_SaysNothing() => Assert.Empty(GivenUp.Of(Frame(0.5f, 0.4f, 0), _asked));

    [Fact]
    public void Of_CloserHigherAndOffCentre_TellsHowMuchOfEach()
    {
        Reason reason = Assert.Single(GivenUp.Of(Frame(0.62f, 0.36f, 0.05f), _asked));

        Assert.Equal("no_room", reason.Code);
        Assert.Contains("24 % larger, 4 % of the height higher and 5 % of the width further right", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_PersonCarriedOn_TellsWhere()
    {
        Frame frame = Frame(0.5f, 0.4f, 0) with { Beyond = new CutDepths(0, 0, 0.08f, 0, 0.004f, 0.03f) };
        Reason reason = Assert.Single(GivenUp.Of(frame, _asked));

        Assert.Equal("body_extended", reason.Code);
        Assert.Contains("by 8 % of the height at the left and by 3 % of the height below", reason.Message, StringComparison.Ordinal);
        Assert.Equal(new ExtensionReport(0.08, 0, 0.004, 0.03), GivenUp.Extension(frame));
    }

    [Fact]
    public void Of_SmallerForTheCircle_SaysSo() => Assert.Equal(
        ["guide_eased"], GivenUp.Of(Frame(0.46f, 0.4f, 0), _asked with { Guide = "circle" }).Select(r => r.Code));

    private static Frame Frame(float faceHeight, float eyeLine, float offset)
    {
        HeadGeometry head = new(Vector2.Zero, 0, Crown: -100, Chin: 100, CentreX: 0, InterEye: 60, CrownSeen: true);
        float side = 200 / faceHeight;
        return new Frame(head, new RectF(-(0.5f + offset) * side, -eyeLine * side, side, side));
    }
}
