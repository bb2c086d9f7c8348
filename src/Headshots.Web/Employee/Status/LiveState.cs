namespace Headshots.Web.Employee.Status;

/// <summary>What client/scripts/live.ts understands.</summary>
/// <param name="Version">Changes when there is something new to show.</param>
/// <param name="Next">Where to go once nothing more happens here.</param>
internal sealed record LiveState(string Version, string? Next);
