namespace Headshots.Core.Sessions;

/// <summary>How long somebody stays signed in.</summary>
public sealed class SessionLimits
{
    /// <summary>From signing in on, however busy somebody is: 15 minutes to 30 days, 12 hours by default.</summary>
    public TimeSpan Longest { get; set; } = TimeSpan.FromHours(12);

    /// <summary>Without any request: 5 minutes to 7 days, 2 hours by default.</summary>
    public TimeSpan Idle { get; set; } = TimeSpan.FromHours(2);

    public bool IsValid() =>
        Longest >= TimeSpan.FromMinutes(15) && Longest <= TimeSpan.FromDays(30) && Idle >= TimeSpan.FromMinutes(5) && Idle <= TimeSpan.FromDays(7) && Idle <= Longest;

    public const string Rule = "Session: Longest is 15 minutes to 30 days, Idle 5 minutes to 7 days and no longer than Longest.";
}
