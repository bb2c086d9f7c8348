using Headshots.Imaging;
using Headshots.Sitter;
using Headshots.Studio.Reports;
using Headshots.Studio.Scoring;
using Headshots.Studio.Specs;
using Headshots.Studio.Tests.Sitters;

namespace Headshots.Studio.Tests.Scoring;

public sealed class SelfieRankingTests(SitterStudio room)
{
    [Fact]
    public void BestFirst_HalfClosedAmongOpenEyes_ComesAfterThem()
    {
        PortraitReport[] reports = [Selfie(0.4f), Selfie(1), Selfie(0.9f)];

        Assert.Equal(0, SelfieRanking.BestFirst(reports)[^1]);
    }

    /// <summary>Whoever's eyes are always that narrow has no blink to be blamed for: light decides.</summary>
    [Fact]
    public void BestFirst_EyesNarrowInEveryPhoto_LeavesItToTheScores()
    {
        PortraitReport dark = Render(Dark(Scenes.Plain with { Expression = new SitterExpression { EyeOpening = 0.55f } }));
        PortraitReport[] reports = [dark, Selfie(0.5f)];

        Assert.True(reports[1].Scores!.Overall > reports[0].Scores!.Overall);
        Assert.Equal([1, 0], SelfieRanking.BestFirst(reports));
    }

    [Fact]
    public void BestFirst_RefusedPhotos_ComeLastInTheirOrder()
    {
        PortraitReport refused = new() { Status = PortraitStatus.Refused };
        PortraitReport unreadable = new() { Status = PortraitStatus.Unreadable };

        Assert.Equal([1, 0, 2], SelfieRanking.BestFirst([refused, Selfie(1), unreadable]));
    }

    [Fact]
    public void BestFirst_NoPhotos_IsEmpty() => Assert.Empty(SelfieRanking.BestFirst([]));

    private PortraitReport Selfie(float opening) =>
        Render(room.Photo(Scenes.Plain with { Expression = new SitterExpression { EyeOpening = opening } }));

    private byte[] Dark(SitterScene scene)
    {
        using RgbImage dark = PhotoEdit.Expose(room.Draw(scene).Image, -2.2f);
        return SitterStudio.Encode(dark);
    }

    private PortraitReport Render(byte[] photo)
    {
        PortraitReport report = room.Studio.Render(photo, new PortraitSpec { Output = new OutputSpec { Height = 320 } }).Report;
        Assert.Equal(PortraitStatus.Rendered, report.Status);
        return report;
    }
}
