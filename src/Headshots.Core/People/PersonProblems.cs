using Headshots.Core.Shared;

namespace Headshots.Core.People;

public static class PersonProblems
{
    public static Problem EmailTaken(string email) =>
        new("person_email_taken", $"Somebody with the address {email} exists already.", "Edit that person, or use another address.")
        {
            Kind = ProblemKind.Conflict,
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = email },
        };

    public static Problem ExternalIdTaken(string externalId) =>
        new("person_external_id_taken", $"The employee number {externalId} belongs to somebody else.", "Check the number, or leave it empty.")
        {
            Kind = ProblemKind.Conflict,
            Values = new Dictionary<string, string>(StringComparer.Ordinal) { ["externalId"] = externalId },
        };

    /// <summary>The company allows addresses of some domains only.</summary>
    public const string DomainNotAllowed = "The company's settings do not allow addresses of this domain.";

    public static Problem OutsideDomains { get; } =
        new("person_outside_domains", "Something in the form is not right yet.", "Look at the marked fields.") { Fields = [new FieldProblem("Email", DomainNotAllowed)] };

    public static Problem ImportHasErrors { get; } =
        new("import_has_errors", "Some rows have errors, so nothing was imported.", "Correct the rows, or import only those without errors.");

    public static Problem ImportTooLarge { get; } =
        new("import_too_large", "The list has more than 50,000 rows.", "Split it into several files.");
}
