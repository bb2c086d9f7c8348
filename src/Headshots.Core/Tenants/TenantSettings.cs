using Headshots.Core.Shared;

namespace Headshots.Core.Tenants;

/// <summary>What an owner decides for the whole company. Replaced as a whole, stored as one document.</summary>
public sealed record TenantSettings
{
    /// <summary>Days after approval until selfies are deleted, 0 to 365.</summary>
    public int SelfieRetentionDays { get; init; } = 30;

    /// <summary>Days after somebody has left until everything about them is deleted, 0 to 3,650; null leaves it to people.</summary>
    public int? LeaverRetentionDays { get; init; } = 30;

    /// <summary>Days after a link has ended until what was begun through it and never finished is deleted, 0 to 365.</summary>
    public int UnfinishedRetentionDays { get; init; } = 30;

    /// <summary>Days an invitation can be opened, 1 to 180.</summary>
    public int InvitationDays { get; init; } = 30;

    /// <summary>Days before the due date when late people are reminded by mail; none sends no reminders.</summary>
    public IReadOnlyList<int> ReminderDaysBefore { get; init; } = [7, 1];

    /// <summary>Language of mails and of employee pages where the browser asks for none we have: <c>en</c>, <c>de</c>.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Whether a link asks for a mailed code at its first opening, too, and not only on a second device.</summary>
    public bool AskForCode { get; init; }

    /// <summary>Domains that employees' addresses may have, such as <c>contoso.com</c>; none allows any.</summary>
    /// <remarks>Documents that were written before there was such a list have none.</remarks>
    public IReadOnlyList<string> AllowedDomains { get => field ?? []; init; } = [];

    /// <summary>When a chosen headshot needs no reviewer; null leaves every one to people.</summary>
    public AutoApprovalRule? AutoApproval { get; init; }

    /// <summary>Whether an employee may have this address. A domain stands for itself alone, not for those below it.</summary>
    public bool Allows(string address) =>
        AllowedDomains.Count == 0 || AllowedDomains.Contains(EmailAddress.DomainOf(address), StringComparer.OrdinalIgnoreCase);
}

/// <summary>All of it must hold.</summary>
/// <param name="MinimumScore">The overall score, 0 to 100.</param>
/// <param name="MaximumDrift">Landmark drift in percent of the inter-eye distance.</param>
/// <param name="WithoutWarnings">Nothing to warn of.</param>
public sealed record AutoApprovalRule(double MinimumScore, double MaximumDrift, bool WithoutWarnings);
