using System.Globalization;
using System.Text;
using Headshots.Imaging;
using Headshots.Studio.Matting;
using Headshots.Vision;

namespace Headshots.Validation.Matting;

/// <summary>How far alpha is off.</summary>
internal static class MatteTable
{
    private const double Goal = 0.012;

    public static string Table()
    {
        using VisionEngine engine = VisionEngine.Load();
        var text = new StringBuilder("""
            # Alpha against known mattes

            Made by `dotnet run --project tests/Headshots.Validation -c Release -- matte` from `shared/photos/mattes` and the sample sitters.

            - plain: mean absolute difference (MAD) over the crop of the network's mask, enlarged smoothly, to the known alpha.
            - matte: the same of the refined matte. Goal: at most 0.012.
            - encoded: the same before alpha is turned from a share of encoded values into one of the light: what a predicted reference is to be compared with.
            - at the edge: the matte's mean absolute difference where the known alpha is between 0.05 and 0.95, and what share of the crop that is.

            The photos' alphas are themselves predicted by a network (P3M-Net). B02's is no goal: it is a hard mask of three people, wrong at their outlines, while the studio looks for one. Where the faces, which are blurred, would have been found was set by hand. Sitters are drawn: there the truth is exact. All mattes are compared as composed, as shares of the light; predicted ones are shares of encoded values, which are up to a fifth less for dark strands before a bright window.

            | subject | crop | plain | matte | encoded | of plain | at the edge |
            |---|---|---|---|---|---|---|

            """);
        foreach (MatteSubject subject in MattedPhotos.All(engine))
        {
            text.Append(Row(subject, []));
        }

        List<double> drawn = [];
        foreach (MatteSubject subject in DrawnSubjects.All(engine))
        {
            text.Append(Row(subject, drawn));
        }

        text.Append(CultureInfo.InvariantCulture, $"""

            Sitters: mean {drawn.Average():F4}, worst {drawn.Max():F4}; {drawn.Count(d => d <= Goal)} of {drawn.Count} reach the goal.

            """);
        return text.ToString();
    }

    private static string Row(MatteSubject subject, List<double> errors)
    {
        using (subject)
        {
            double plain = Difference(subject.Rough, subject.Alpha, -1, 2).Mean;
            using PlanarImage alpha = PortraitMatte.Refine(subject.Picture, subject.Rough);
            double encoded = Difference(alpha, subject.Alpha, -1, 2).Mean;
            ForegroundColours.Estimate(subject.Picture, alpha);
            double refined = Difference(alpha, subject.Alpha, -1, 2).Mean;
            (double edge, double share) = Difference(alpha, subject.Alpha, 0.05f, 0.95f);
            errors.Add(refined);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"| {subject.Name} | {alpha.Width}×{alpha.Height} | {plain:F4} | {refined:F4} | {encoded:F4} | {100 * refined / plain:F0} % | {edge:F3} on {100 * share:F1} % |\n");
        }
    }

    /// <summary>Mean absolute difference where the truth lies between two values, and the share of pixels where it does.</summary>
    public static (double Mean, double Share) Difference(PlanarImage alpha, PlanarImage truth, float above, float below)
    {
        double sum = 0;
        int count = 0;
        for (int y = 0; y < alpha.Height; y++)
        {
            ReadOnlySpan<float> row = alpha.Row(0, y);
            ReadOnlySpan<float> real = truth.Row(0, y);
            for (int x = 0; x < row.Length; x++)
            {
                if (real[x] > above && real[x] < below)
                {
                    sum += Math.Abs(row[x] - real[x]);
                    count++;
                }
            }
        }

        return (sum / Math.Max(1, count), (double)count / alpha.Width / alpha.Height);
    }
}
