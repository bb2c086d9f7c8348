namespace Headshots.Workers.Clock;

/// <summary>How often the clock role does what.</summary>
public sealed class ClockOptions
{
    /// <summary>Between two looks into the mail outbox, 1 second to 1 hour; 5 seconds by default.</summary>
    public TimeSpan MailEvery { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Between two looks at the calendar, 1 minute to 4 hours; 5 minutes by default.</summary>
    public TimeSpan RemindersEvery { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Between two looks at files that were ordered to be deleted, 1 second to 1 hour; 20 seconds by default.</summary>
    public TimeSpan ErasuresEvery { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Between two looks for selfies whose time is over, 1 minute to 1 day; 1 hour by default.</summary>
    public TimeSpan RetentionEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Between two sweeps for files without rows, 1 minute to 7 days; 6 hours by default.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromHours(6);

    /// <summary>Between two notes in the log of where each audit trail ends, 1 minute to 7 days; 1 day by default.</summary>
    public TimeSpan AnchorEvery { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Between two looks for sessions that are over, 1 minute to 1 day; 1 hour by default.</summary>
    public TimeSpan SessionsEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Between two looks for companies whose day of deletion has come, 1 second to 1 day; 10 minutes by default.</summary>
    public TimeSpan CompaniesEvery { get; set; } = TimeSpan.FromMinutes(10);

    internal bool IsValid() =>
        Within(MailEvery, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1))
        && Within(RemindersEvery, TimeSpan.FromMinutes(1), TimeSpan.FromHours(4))
        && Within(ErasuresEvery, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1))
        && Within(RetentionEvery, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1))
        && Within(SweepEvery, TimeSpan.FromMinutes(1), TimeSpan.FromDays(7))
        && Within(AnchorEvery, TimeSpan.FromMinutes(1), TimeSpan.FromDays(7))
        && Within(SessionsEvery, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1))
        && Within(CompaniesEvery, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));

    internal const string Rule =
        "Clock: MailEvery and ErasuresEvery are 1 second to 1 hour, RemindersEvery 1 minute to 4 hours, RetentionEvery 1 minute to 1 day, SweepEvery and AnchorEvery 1 minute to 7 days, SessionsEvery 1 minute to 1 day, CompaniesEvery 1 second to 1 day.";

    private static bool Within(TimeSpan value, TimeSpan least, TimeSpan most) => value >= least && value <= most;
}
