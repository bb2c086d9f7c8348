using System.Globalization;
using System.Text;
using Headshots.Imaging;
using Headshots.Studio.Matting;
using Headshots.Studio.Scoring;
using Headshots.Vision;

namespace Headshots.Validation.Matting;

/// <summary>Whether the score of the edge, which nobody tells the truth, knows how far alpha is off.</summary>
internal static class EdgeTable
{
    public static string Table()
    {
        using VisionEngine engine = VisionEngine.Load();
        var text = new StringBuilder("""
            # The score of the edge against known mattes

            Made by `dotnet run --project tests/Headshots.Validation -c Release -- edge` from `shared/photos/mattes` and the sample sitters.

            - MAD: mean absolute difference of alpha, as measured on encoded values, to the known one over the crop.
            - doubt: what is told of it from the picture alone.
            - edge: the score, 0 to 100, made of doubt. Above a doubt of 0.015 the report warns (`edge_doubtful`).

            B02 is left out: its reference is a hard mask of three people, wrong at their outlines.

            | subject | MAD | doubt | edge | warns |
            |---|---|---|---|---|

            """);
        List<(double Error, double Doubt)> found = [];
        foreach (MatteSubject subject in MattedPhotos.All(engine).Concat(DrawnSubjects.All(engine)))
        {
            using (subject)
            {
                if (subject.Colours is not null)
                {
                    text.Append(Row(subject, found));
                }
            }
        }

        double ranks = Correlation(Ranks([.. found.Select(f => f.Error)]), Ranks([.. found.Select(f => f.Doubt)]));
        double values = Correlation([.. found.Select(f => f.Error)], [.. found.Select(f => f.Doubt)]);
        text.Append(CultureInfo.InvariantCulture, $"""

            Correlation of doubt and MAD over {found.Count} subjects: {ranks:F2} by rank (Spearman), {values:F2} by value (Pearson).

            """);
        return text.ToString();
    }

    private static string Row(MatteSubject subject, List<(double Error, double Doubt)> found)
    {
        using PlanarImage alpha = PortraitMatte.Refine(subject.Picture, subject.Rough, null, out float doubt);
        double error = MatteTable.Difference(alpha, subject.Alpha, -1, 2).Mean;
        found.Add((error, doubt));
        double score = EdgeScore.Of(doubt);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {subject.Name} | {error:F4} | {doubt:F4} | {score:F0} | {(doubt > EdgeScore.Most ? "yes" : string.Empty)} |\n");
    }

    private static double[] Ranks(double[] values) => [.. values.Select(v => (double)values.Count(other => other < v))];

    private static double Correlation(double[] one, double[] other)
    {
        double a = one.Average();
        double b = other.Average();
        double together = one.Zip(other, (x, y) => (x - a) * (y - b)).Sum();
        return together / Math.Sqrt(one.Sum(x => (x - a) * (x - a)) * other.Sum(y => (y - b) * (y - b)));
    }
}
