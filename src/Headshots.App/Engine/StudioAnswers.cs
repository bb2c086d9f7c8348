using Headshots.Core.Rendering;
using Headshots.Imaging;
using Headshots.Studio;
using Headshots.Studio.Reports;

namespace Headshots.App.Engine;

/// <summary>What the studio says, in the words of the business.</summary>
internal static class StudioAnswers
{
    private const string Headshot = "headshot";

    public static PhotoVerdict Verdict(PortraitReport report) => new(
        report.Status == PortraitStatus.Rendered,
        report.Photo is { } photo ? ContentTypeOf(photo.Format) : null,
        report.Photo?.Width ?? 0,
        report.Photo?.Height ?? 0,
        PhotoRank.Of(report),
        Reasons(report.Reasons),
        Reasons(report.Warnings));

    public static RenderedPhoto Rendered(RenderedPortrait portrait)
    {
        PortraitReport report = portrait.Report;
        return new RenderedPhoto(
            report.Status == PortraitStatus.Rendered,
            Reasons(report.Reasons),
            Reasons(report.Warnings),
            [.. portrait.Files.Select(file => File(file, report))],
            Figures(report),
            report.ToJson())
        {
            Before = portrait.Before is { } before ? File(before, report) : null,
        };
    }

    /// <summary>A spec that is none any more: the version was published by a program that knew other fields.</summary>
    public static RenderedPhoto Unusable(string message) =>
        new(false, [new VerdictReason("kit_unusable", message, "Publish a corrected version of the kit.")], [], [], null, "{}");

    private static HeadshotFigures? Figures(PortraitReport report) => report is { Scores: { } scores, Likeness: { } likeness }
        ? new HeadshotFigures(
            scores.Overall,
            scores.Framing,
            scores.Light,
            scores.BackgroundContrast,
            scores.Sharpness,
            scores.Pose,
            scores.Expression,
            likeness.LandmarkDrift,
            likeness.DeltaIta,
            likeness.DeltaHue,
            likeness.FaceChanged)
        {
            Edge = scores.Edge,
        }
        : null;

    private static RenderedFile File(PortraitFile file, PortraitReport report)
    {
        string fileName = Path.GetFileName(file.Name);
        string name = Path.GetFileNameWithoutExtension(fileName);
        (int width, int height) = name == Headshot && report.Image is { } image ? (image.Width, image.Height)
            : report.Renditions.FirstOrDefault(r => r.File == file.Name) is { } rendition ? (rendition.Width, rendition.Height)
            : SizeOf(file.Bytes);
        return new RenderedFile(name, fileName, ContentTypeOf(Path.GetExtension(fileName).TrimStart('.')), width, height, file.Bytes);
    }

    private static (int Width, int Height) SizeOf(ReadOnlyMemory<byte> picture)
    {
        PhotoFacts facts = PhotoDecoder.ReadFacts(picture).Value;
        return (facts.Width, facts.Height);
    }

    private static VerdictReason[] Reasons(IReadOnlyList<Reason> reasons) => [.. reasons.Select(r => new VerdictReason(r.Code, r.Message, r.Advice))];

    private static string ContentTypeOf(string format) => format == "jpg" ? "image/jpeg" : $"image/{format}";
}
