using System.Globalization;
using Headshots.Core.Tenants;

namespace Headshots.Web.Admin.Settings;

/// <summary>A company's settings as a form holds them. Numbers are text, so that what was typed comes back when it is none.</summary>
public sealed class SettingsForm
{
    public string? Name { get; set; }

    public string? ContactEmail { get; set; }

    public string? SelfieRetentionDays { get; set; }

    /// <summary>Empty leaves people who have left to those who look after them.</summary>
    public string? LeaverRetentionDays { get; set; }

    public string? UnfinishedRetentionDays { get; set; }

    public string? InvitationDays { get; set; }

    public string? ReminderDaysBefore { get; set; }

    public string? Language { get; set; }

    public bool AskForCode { get; set; }

    public string? AllowedDomains { get; set; }

    public bool AutoApproval { get; set; }

    public string? MinimumScore { get; set; }

    public string? MaximumDrift { get; set; }

    public bool WithoutWarnings { get; set; } = true;

    public long Version { get; set; }

    internal static SettingsForm Of(Tenant tenant)
    {
        TenantSettings settings = tenant.Settings;
        AutoApprovalRule rule = settings.AutoApproval ?? new AutoApprovalRule(80, 2, WithoutWarnings: true);
        return new SettingsForm
        {
            Name = tenant.Name,
            ContactEmail = tenant.ContactEmail,
            SelfieRetentionDays = Text(settings.SelfieRetentionDays),
            LeaverRetentionDays = settings.LeaverRetentionDays is { } days ? Text(days) : string.Empty,
            UnfinishedRetentionDays = Text(settings.UnfinishedRetentionDays),
            InvitationDays = Text(settings.InvitationDays),
            ReminderDaysBefore = string.Join(", ", settings.ReminderDaysBefore),
            Language = settings.Language,
            AskForCode = settings.AskForCode,
            AllowedDomains = string.Join(", ", settings.AllowedDomains),
            AutoApproval = settings.AutoApproval is not null,
            MinimumScore = Text(rule.MinimumScore),
            MaximumDrift = Text(rule.MaximumDrift),
            WithoutWarnings = rule.WithoutWarnings,
            Version = tenant.Version,
        };
    }

    /// <summary>What is no number becomes one that no rule allows, so that the field is marked.</summary>
    internal ChangeTenantRequest Request(TenantSettings before) => new(
        Name ?? string.Empty,
        ContactEmail ?? string.Empty,
        before with
        {
            SelfieRetentionDays = Whole(SelfieRetentionDays),
            LeaverRetentionDays = string.IsNullOrWhiteSpace(LeaverRetentionDays) ? null : Whole(LeaverRetentionDays),
            UnfinishedRetentionDays = Whole(UnfinishedRetentionDays),
            InvitationDays = Whole(InvitationDays),
            ReminderDaysBefore = [.. Parts(ReminderDaysBefore).Select(Whole)],
            Language = Language ?? string.Empty,
            AskForCode = AskForCode,
            AllowedDomains = [.. Parts(AllowedDomains).Select(d => d.TrimStart('@').ToLowerInvariant()).Distinct(StringComparer.Ordinal)],
            AutoApproval = AutoApproval ? new AutoApprovalRule(Number(MinimumScore), Number(MaximumDrift), WithoutWarnings) : null,
        },
        Version);

    internal static string FieldOf(string property) => "Form." + property.Replace("Settings.", string.Empty, StringComparison.Ordinal).Replace("AutoApproval.", string.Empty, StringComparison.Ordinal);

    private static string[] Parts(string? list) => (list ?? string.Empty).Split([',', ';', ' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Whole(string? text) => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : -1;

    private static double Number(string? text) =>
        double.TryParse(text?.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : -1;
}
