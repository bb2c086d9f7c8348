using Headshots.Core.Headshots;
using Headshots.Core.Rendering;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.Reviewing;

/// <param name="Text">A sentence with its number.</param>
/// <param name="Good">Whether a reviewer can pass over it.</param>
internal sealed record LikenessLine(string Text, bool Good);

/// <summary>What the studio measured, for somebody who has to decide.</summary>
internal sealed class ReviewWords(IStringLocalizer<ReviewTexts> texts)
{
    /// <summary>Percent of the distance between the eyes; two looks at one face differ by up to 1.9, a face 10 % narrower by 2.6 and more.</summary>
    private const double UnchangedDrift = 2.5;

    /// <summary>Degrees of typology angle that even light alone accounts for.</summary>
    private const double UnchangedTone = 5;

    public static IReadOnlyList<(string Key, double Value)> Scores(HeadshotFigures figures) =>
    [
        ("Framing", figures.Framing), ("Light", figures.Light), ("BackgroundContrast", figures.BackgroundContrast),
        ("Sharpness", figures.Sharpness), ("Pose", figures.Pose), ("Expression", figures.Expression),
        .. figures.Edge is { } edge ? [("Edge", edge)] : Array.Empty<(string, double)>(),
    ];

    public string InWords(double score) => texts[score switch { >= 85 => "Score.Excellent", >= 70 => "Score.Good", >= 50 => "Score.Fair", _ => "Score.Weak" }];

    public IReadOnlyList<LikenessLine> Likeness(Headshot headshot)
    {
        HeadshotFigures figures = headshot.Figures;
        return
        [
            figures.LandmarkDrift is { } drift
                ? new(texts[drift <= UnchangedDrift ? "Likeness.Same" : "Likeness.Moved", drift.ToString("N1")], drift <= UnchangedDrift)
                : new(texts["Likeness.Unknown"], false),
            figures.DeltaIta is { } tone
                ? new(texts[Math.Abs(tone) <= UnchangedTone ? "Tone.Same" : tone > 0 ? "Tone.Lighter" : "Tone.Darker", Math.Abs(tone).ToString("N1")], Math.Abs(tone) <= UnchangedTone)
                : new(texts["Tone.Unknown"], false),
            new(texts["Touched", figures.FaceChanged.ToString("P0")], figures.FaceChanged < 0.25),
        ];
    }
}
