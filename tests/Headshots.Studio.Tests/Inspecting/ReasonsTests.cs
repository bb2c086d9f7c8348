using System.Reflection;
using Headshots.Imaging;
using Headshots.Studio.Attire;
using Headshots.Studio.Backgrounds;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Matting;
using Headshots.Studio.Reports;
using Headshots.Studio.Scoring;
using Headshots.Studio.Specs;

namespace Headshots.Studio.Tests.Inspecting;

/// <summary>Whatever is said to a sitter must be a code for programs and two sentences for people.</summary>
public sealed class ReasonsTests
{
    public static TheoryData<string> Fixed => [.. All().Select(r => r.Code)];

    [Theory]
    [MemberData(nameof(Fixed))]
    public void Reasons_Fixed_HaveASentenceAndAdvice(string code)
    {
        Reason reason = All().Single(r => r.Code == code);

        Assert.Matches("^[a-z]+(_[a-z]+)*$", reason.Code);
        Assert.Matches(@"^[A-Z].{10,}\.$", reason.Message);
        Assert.Matches(@"^[A-Z].{10,}\.$", reason.Advice);
        Assert.NotEqual(reason.Message, reason.Advice);
    }

    [Theory]
    [InlineData("eyes_hidden")]
    [InlineData("eyes_closed")]
    [InlineData("one_eye_hidden")]
    [InlineData("face_covered")]
    [InlineData("head_tilted")]
    [InlineData("busy")]
    public void Reasons_OfTheGates_Exist(string code) => Assert.Contains(code, All().Select(r => r.Code));

    /// <summary>What is measured is filled in; with any numbers it must come out as sentences too.</summary>
    [Fact]
    public void Reasons_WithNumbers_HaveASentenceAndAdvice()
    {
        Reason[] reasons =
        [
            Reasons.MultipleFaces(3), Reasons.NoRoom("24 % larger"), Reasons.BodyExtended("by 6 % of the height at the left"),
            Reasons.GuideEased("circle", "8 % smaller"), Reasons.GuideCuts("rounded"), BackdropReasons.MissingPicture("lobby.jpg"),
            BackdropReasons.LowContrast(new HeadContrast(0.4f, 0.4f)), BackdropReasons.LowContrast(new HeadContrast(0.1f, 0.1f)),
            Reasons.EnlargedPrint(new Rendition("print", 2400, 3000, "jpeg", null), 900),
            Reasons.BudgetTooSmall(new Rendition("microsoft365", 648, 648, "jpeg", 2000), new ByteBudgetException(2000, 9000)),
            LikenessBounds.Low("moved features"), LikenessBounds.ExposureCorrected(1.4), LikenessBounds.ExposureCorrected(-0.8),
        ];

        Assert.All(reasons, reason =>
        {
            Assert.Matches(@"^[A-Z].{10,}\.$", reason.Message);
            Assert.Matches(@"^[A-Z].{10,}\.$", reason.Advice);
        });
    }

    private static IEnumerable<Reason> All() => ((Type[])[typeof(Reasons), typeof(BackdropReasons), typeof(AttireReasons), typeof(EdgeReasons)])
        .SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Where(p => p.PropertyType == typeof(Reason))
        .Select(p => (Reason)p.GetValue(null)!)
        .DistinctBy(r => r.Code);
}
