namespace Headshots.Web.Charts;

internal sealed record SeriesPoint(string Label, int Value);
