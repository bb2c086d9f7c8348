using Headshots.Core.Rendering;
using Headshots.Web.Texts;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Employee.Choose;

/// <summary>What the studio measured between photo and headshot, in plain words.</summary>
internal sealed class LikenessWords(IStringLocalizer<EmployeeTexts> texts)
{
    /// <summary>Percent of the distance between the eyes; two looks at one face differ by up to 1.9, a face 10 % narrower by 2.6 and more.</summary>
    private const double UnchangedDrift = 2.5;

    /// <summary>Degrees of typology angle that even light alone accounts for.</summary>
    private const double UnchangedTone = 5;

    /// <summary>Share of the face below which nobody sees that anything was done.</summary>
    private const double Untouched = 0.01;

    public IReadOnlyList<LikenessLine> Of(HeadshotFigures figures) => [Features(figures.LandmarkDrift), Tone(figures.DeltaIta), Retouching(figures.FaceChanged)];

    private LikenessLine Features(double? drift) => drift switch
    {
        null => new(texts["Likeness.Features.Unknown"], Same: false),
        <= UnchangedDrift => new(texts["Likeness.Features.Same", drift.Value.ToString("N1")], Same: true),
        _ => new(texts["Likeness.Features.Moved", drift.Value.ToString("N1")], Same: false),
    };

    private LikenessLine Tone(double? degrees) => degrees switch
    {
        null => new(texts["Likeness.Tone.Unknown"], Same: false),
        > UnchangedTone => new(texts["Likeness.Tone.Lighter"], Same: false),
        < -UnchangedTone => new(texts["Likeness.Tone.Darker"], Same: false),
        _ => new(texts["Likeness.Tone.Same"], Same: true),
    };

    private LikenessLine Retouching(double share) => share < Untouched
        ? new(texts["Likeness.Retouch.None"], Same: true)
        : new(texts["Likeness.Retouch.Some", share.ToString("P0")], Same: false);
}
