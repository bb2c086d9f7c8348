using System.Globalization;

namespace Headshots.Web.Charts;

/// <summary>Numbers over time or over names, drawn as a line or as bars, with the same numbers as a table.</summary>
internal sealed record Series(string Title, string LabelHeading, string ValueHeading, IReadOnlyList<SeriesPoint> Points)
{
    public const int Width = 640;
    public const int Height = 220;

    private const int Left = 44;
    private const int Right = 12;
    private const int Top = 12;
    private const int Bottom = 28;

    /// <summary>Round steps of the value axis: 1, 2 or 5 times a power of ten, at most five of them.</summary>
    public IReadOnlyList<int> Ticks
    {
        get
        {
            int largest = Math.Max(1, Points.Count == 0 ? 1 : Points.Max(p => p.Value));
            int power = (int)Math.Pow(10, Math.Floor(Math.Log10(largest)));
            int step = new[] { power / 5, power / 2, power, power * 2, power * 5 }.First(s => s > 0 && (largest + s - 1) / s <= 5);
            return [.. Enumerable.Range(0, ((largest + step - 1) / step) + 1).Select(i => i * step)];
        }
    }

    /// <summary>Every how many points there is room for a label.</summary>
    public int LabelEvery => Math.Max(1, (Points.Count + 6) / 7);

    /// <summary>Whether a label may be left out where there is little room: every other one.</summary>
    public bool IsSpare(int index) => index / LabelEvery % 2 == 1;

    public double X(int index) => Left + ((Width - Left - Right) * (Points.Count < 2 ? 0.5 : (double)index / (Points.Count - 1)));

    public double Y(int value) => Top + ((Height - Top - Bottom) * (1 - ((double)value / Ticks[^1])));

    public double Slot => (double)(Width - Left - Right) / Math.Max(1, Points.Count);

    public double BarX(int index) => Left + (Slot * index) + (Slot * 0.18);

    public string Line => string.Join(' ', Points.Select((p, i) => $"{(i == 0 ? 'M' : 'L')}{Number(X(i))} {Number(Y(p.Value))}"));

    public string Area => Points.Count == 0 ? string.Empty : $"{Line} L{Number(X(Points.Count - 1))} {Number(Y(0))} L{Number(X(0))} {Number(Y(0))} Z";

    /// <summary>Drawings speak English numbers whatever the reader's language.</summary>
    public static string Number(double value) => Math.Round(value, 1).ToString(CultureInfo.InvariantCulture);
}
