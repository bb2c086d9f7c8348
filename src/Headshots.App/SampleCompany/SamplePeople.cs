using Headshots.Core.People;
using Headshots.Core.Tenants;

namespace Headshots.App.SampleCompany;

/// <summary>How far a sample person's photo gets before somebody looks around.</summary>
internal enum SampleStage
{
    Invited,
    Opened,
    Rendered,
    Chosen,
    Approved,
    Retake,
}

/// <param name="Sitter">Whose photo it is, in the gallery.</param>
/// <param name="Name">For people.</param>
/// <param name="Department">Where they work.</param>
/// <param name="Stage">How far they get.</param>
internal sealed record SamplePerson(string Sitter, string Name, string Department, SampleStage Stage)
{
    public string Email => $"{Sitter}@contoso.example";

    public PersonDetails Details(int number) => new(Name, Email, Department, $"C{1000 + number}");
}

/// <summary>Who works in the portal of the sample company.</summary>
internal sealed record SampleMember(string Name, string Mailbox, MemberRoles Roles)
{
    public string Email => $"{Mailbox}@contoso.example";
}

/// <summary>Nobody of these exists.</summary>
internal static class SamplePeople
{
    public const string Company = "Contoso Sample";

    public const string RejectReason = "Your headshot is lovely, but please take it in front of a calmer background and a little closer to a window.";

    public const string Campaign = "New team photos";

    public const string Message =
        "Our website gets a new team page, and everybody should be on it.\nTake a selfie at a window, choose the picture you like best, and you are done.";

    /// <summary>Ready kits that become the company's, the first for its campaign.</summary>
    public static IReadOnlyList<string> Kits { get; } = ["studio-grey", "deep-blue", "bright-office"];

    public static IReadOnlyList<SampleMember> Members { get; } =
    [
        new("Olivia Owner", "owner", MemberRoles.Owner),
        new("Henry Personnel", "hr", MemberRoles.HrAdmin),
        new("Rosa Reviewer", "reviewer", MemberRoles.Reviewer),
        new("Dev Directory", "directory", MemberRoles.DirectoryAdmin),
        new("Ada Auditor", "auditor", MemberRoles.Auditor),
    ];

    public static IReadOnlyList<SamplePerson> People { get; } =
    [
        new("amara", "Amara Okafor", "Design", SampleStage.Approved),
        new("dara", "Dara Whitfield", "Finance", SampleStage.Chosen),
        new("george", "George Ashdown", "Finance", SampleStage.Rendered),
        new("bjorn", "Björn Lindqvist", "Engineering", SampleStage.Approved),
        new("elias", "Elias Haddad", "Engineering", SampleStage.Chosen),
        new("idris", "Idris Mensah", "Sales", SampleStage.Retake),
        new("chen", "Chen Yulan", "Design", SampleStage.Approved),
        new("fatima", "Fatima Zahra", "Legal", SampleStage.Chosen),
        new("hanna", "Hanna O'Brien", "Sales", SampleStage.Rendered),
        new("julia", "Julia Brandt", "Legal", SampleStage.Opened),
        new("kavi", "Kavi Raman", "Engineering", SampleStage.Invited),
        new("lena", "Lena Novak", "Sales", SampleStage.Invited),
    ];
}
