using Headshots.Imaging;

namespace Headshots.Studio.Backgrounds;

/// <summary>
/// How much there is to see beside the sitter: the mean change of colour over what shows of the background, in ΔE*ab per
/// hundredth of the picture's longer side. What is out of focus changes slowly, however bright, and a wall hardly at all.
/// </summary>
internal static class Clutter
{
    /// <summary>
    /// From here on a background competes with the face. Photos of people with their surroundings blurred have 0.2 (walls,
    /// studios) to 3.7 (flags, streets), lights out of focus at night up to 4.7; a bookcase has 12 in focus and 5.5
    /// softly blurred, foliage 5.9 hardly blurred and 3.4 softly.
    /// </summary>
    public const float Busy = 5;

    /// <summary>Samples along the longer side: details smaller than one do not draw the eye.</summary>
    private const int Samples = 100;

    /// <summary>Looks at what is to be put behind a person.</summary>
    /// <param name="behind">3 channels, sRGB-encoded.</param>
    /// <param name="alpha">Who is person, the same size.</param>
    /// <returns>Null when next to nothing of the background shows.</returns>
    public static float? Measure(PlanarImage behind, PlanarImage alpha)
    {
        float scale = Math.Min(1, (float)Samples / Math.Max(behind.Width, behind.Height));
        int width = Math.Max(1, (int)(behind.Width * scale));
        int height = Math.Max(1, (int)(behind.Height * scale));
        RectF whole = new(0, 0, behind.Width, behind.Height);
        ResizeOptions area = new() { Kernel = ResizeKernel.Area };
        using PlanarImage person = PlanarImage.Rent(width, height, 1);
        Resampler.Resize(alpha, whole, person, area);
        using PlanarImage lab = PlanarImage.Rent(width, height, 3);
        Resampler.Resize(behind, whole, lab, area);
        PlanarColour.ToLab(lab, lab);
        double sum = 0;
        int count = 0;
        for (int y = 1; y < height - 1; y++)
        {
            for (int x = 1; x < width - 1; x++)
            {
                if (Shows(person, x, y))
                {
                    sum += Change(lab, x, y);
                    count++;
                }
            }
        }

        return count < 0.02f * width * height ? null : (float)(sum / count);
    }

    private static bool Shows(PlanarImage person, int x, int y) =>
        Math.Max(person.Row(0, y)[x], Math.Max(
            Math.Max(person.Row(0, y)[x - 1], person.Row(0, y)[x + 1]),
            Math.Max(person.Row(0, y - 1)[x], person.Row(0, y + 1)[x]))) < 0.1f;

    /// <summary>Length of the gradient in ΔE per sample, by central differences.</summary>
    private static float Change(PlanarImage lab, int x, int y)
    {
        float squares = 0;
        for (int c = 0; c < 3; c++)
        {
            float dx = (lab.Row(c, y)[x + 1] - lab.Row(c, y)[x - 1]) / 2;
            float dy = (lab.Row(c, y + 1)[x] - lab.Row(c, y - 1)[x]) / 2;
            squares += (dx * dx) + (dy * dy);
        }

        return MathF.Sqrt(squares);
    }
}
