using System.Globalization;
using System.Numerics;
using System.Text;
using Headshots.Imaging;
using Headshots.Studio.Matting;
using Headshots.Vision;

namespace Headshots.Validation.Matting;

/// <summary>How much of the old background clings to the edge, seen on new ones.</summary>
internal static class HaloTable
{
    private const double Goal = 0.5;

    private static readonly Vector3[] _grounds = [Vector3.One, Vector3.Zero, new(0, 1, 0)];

    public static string Table()
    {
        using VisionEngine engine = VisionEngine.Load();
        var text = new StringBuilder("""
            # Colours at the edge

            Made by `dotnet run --project tests/Headshots.Validation -c Release -- halo` from `shared/photos/mattes` and the sample sitters.

            Mean CIEDE2000 between the person on a new background and the same made from what is known, where the known alpha is between 0.05 and 0.95; on white, black and green (#00FF00), and over the three.

            - plain: the network's mask, enlarged smoothly, with the photo's colours.
            - matte: the refined matte with the estimated foreground colours. Goal: at most half of plain.

            All are mixed as light. Of the photos only alpha is known (as P3M-Net predicts it, a share of encoded values); their true colours and the share of the light are estimated with it by the same method. Sitters are drawn: both are exact.

            | subject | plain: white, black, green | matte: white, black, green | plain | matte | of plain |
            |---|---|---|---|---|---|

            """);
        List<double> shares = [];
        foreach (MatteSubject subject in MattedPhotos.All(engine).Concat(DrawnSubjects.All(engine)))
        {
            using (subject)
            {
                if (subject is { Colours: { } colours, Light: { } light })
                {
                    Row(subject, (colours, light), text, shares);
                }
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"""

            Mean {100 * shares.Average():F0} % of plain, worst {100 * shares.Max():F0} %; {shares.Count(s => s <= Goal)} of {shares.Count} reach the goal.

            """);
        return text.ToString();
    }

    private static void Row(MatteSubject subject, (PlanarImage Colours, PlanarImage Light) known, StringBuilder text, List<double> shares)
    {
        double[] plain = Errors(known, subject.Picture, subject.Rough);
        using PlanarImage alpha = PortraitMatte.Refine(subject.Picture, subject.Rough);
        ForegroundColours.Estimate(subject.Picture, alpha);
        double[] matte = Errors(known, subject.Picture, alpha);
        shares.Add(matte.Average() / plain.Average());
        text.Append(
            CultureInfo.InvariantCulture,
            $"| {subject.Name} | {plain[0]:F1}, {plain[1]:F1}, {plain[2]:F1} | {matte[0]:F1}, {matte[1]:F1}, {matte[2]:F1} | {plain.Average():F1} | {matte.Average():F1} | {100 * shares[^1]:F0} % |\n");
    }

    private static double[] Errors(
        (PlanarImage Colours, PlanarImage Light) known, PlanarImage picture, PlanarImage alpha) =>
        [.. _grounds.Select(g => Error(known, picture, alpha, g))];

    private static double Error(
        (PlanarImage Colours, PlanarImage Light) known, PlanarImage picture, PlanarImage alpha, Vector3 ground)
    {
        double sum = 0;
        int count = 0;
        for (int y = 0; y < alpha.Height; y++)
        {
            ReadOnlySpan<float> truth = known.Light.Row(0, y);
            ReadOnlySpan<float> made = alpha.Row(0, y);
            for (int x = 0; x < truth.Length; x++)
            {
                if (truth[x] is > 0.05f and < 0.95f)
                {
                    Vector3 real = Mix(At(known.Colours, x, y), truth[x], ground);
                    Vector3 shown = Mix(At(picture, x, y), made[x], ground);
                    sum += ColourDifference.Ciede2000(Lab.FromSrgb(shown), Lab.FromSrgb(real));
                    count++;
                }
            }
        }

        return sum / Math.Max(1, count);
    }

    private static Vector3 At(PlanarImage image, int x, int y) => new(image.Row(0, y)[x], image.Row(1, y)[x], image.Row(2, y)[x]);

    private static Vector3 Mix(Vector3 colour, float alpha, Vector3 ground) =>
        SrgbCurve.ToEncoded(Vector3.Lerp(SrgbCurve.ToLinear(ground), SrgbCurve.ToLinear(colour), alpha));
}
