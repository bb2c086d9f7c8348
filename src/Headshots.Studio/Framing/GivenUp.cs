using System.Globalization;
using Headshots.Studio.Inspecting;
using Headshots.Studio.Reports;

namespace Headshots.Studio.Framing;

/// <summary>Tells in words and numbers what of the asked framing a photo did not allow.</summary>
internal static class GivenUp
{
    /// <summary>Within a hundredth is as asked.</summary>
    private const float Tolerance = 0.01f;

    public static IEnumerable<Reason> Of(Frame frame, AskedFraming asked)
    {
        float size = (frame.FaceHeight / asked.FaceHeight) - 1;
        bool smaller = size < -Tolerance;
        string[] room = [.. Straying(frame, asked, size)];
        if (room.Length > 0 && !smaller)
        {
            yield return Reasons.NoRoom(Sentence(room));
        }

        if (smaller)
        {
            yield return Reasons.GuideEased(asked.Guide, Sentence(room));
        }
        else if (!frame.InsideGuide)
        {
            yield return Reasons.GuideCuts(asked.Guide);
        }

        string[] extended = [.. Extended(frame.Beyond)];
        if (extended.Length > 0)
        {
            yield return Reasons.BodyExtended(Sentence(extended));
        }
    }

    public static ExtensionReport? Extension(Frame frame)
    {
        CutDepths beyond = frame.Beyond;
        ExtensionReport report = new(
            Math.Round(beyond.Left, 4), Math.Round(beyond.Top, 4), Math.Round(beyond.Right, 4), Math.Round(beyond.Bottom, 4));
        return report is { Left: 0, Top: 0, Right: 0, Bottom: 0 } ? null : report;
    }

    private static IEnumerable<string> Straying(Frame frame, AskedFraming asked, float size)
    {
        if (Math.Abs(size) > Tolerance)
        {
            yield return $"{Percent(size)} {(size > 0 ? "larger" : "smaller")}";
        }

        float lower = frame.EyeLine - asked.EyeLine;
        if (Math.Abs(lower) > Tolerance)
        {
            yield return $"{Percent(lower)} of the height {(lower > 0 ? "lower" : "higher")}";
        }

        float right = frame.CentreOffset - asked.CentreOffset;
        if (Math.Abs(right) > Tolerance)
        {
            yield return $"{Percent(right)} of the width further {(right > 0 ? "right" : "left")}";
        }
    }

    private static IEnumerable<string> Extended(CutDepths beyond)
    {
        (float Depth, string Where)[] sides =
            [(beyond.Left, "at the left"), (beyond.Right, "at the right"), (beyond.Top, "above"), (beyond.Bottom, "below")];
        return sides.Where(s => s.Depth >= Tolerance).Select(s => $"by {Percent(s.Depth)} of the height {s.Where}");
    }

    private static string Percent(float share) =>
        Math.Round(Math.Abs(100 * share)).ToString(CultureInfo.InvariantCulture) + " %";

    private static string Sentence(string[] parts) => parts.Length switch
    {
        0 => string.Empty,
        1 => parts[0],
        _ => string.Join(", ", parts[..^1]) + " and " + parts[^1],
    };
}
