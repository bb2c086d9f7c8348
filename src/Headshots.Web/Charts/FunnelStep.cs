namespace Headshots.Web.Charts;

/// <summary>One step of a funnel, read as a share of the first; the address is that of the list behind the number, if there is one.</summary>
internal sealed record FunnelStep(string Label, int Count, string? Address = null);
