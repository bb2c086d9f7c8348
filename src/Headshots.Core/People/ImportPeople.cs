using FluentValidation.Results;
using Headshots.Core.Audit;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;

namespace Headshots.Core.People;

/// <param name="Line">1-based line in the file.</param>
/// <param name="Details">As read.</param>
public sealed record ImportRow(int Line, PersonDetails Details);

/// <summary>What would become of a row.</summary>
/// <param name="Row">As read.</param>
/// <param name="Change">What importing it does.</param>
/// <param name="Errors">Sentences; empty unless the change is <see cref="ImportChange.Error"/>.</param>
/// <param name="PersonId">Whom it changes, if anybody.</param>
public sealed record ImportedRow(ImportRow Row, ImportChange Change, IReadOnlyList<string> Errors, Guid? PersonId);

public enum ImportChange
{
    Add,
    Update,
    Same,
    Error,
}

/// <summary>Reads people from rows of a file: first as a preview, then for good. People are known by address, else by external id.</summary>
public sealed class ImportPeople(IPersonStore people, ITenantStore tenants, IAuditLog audit, IUnitOfWork work, IIds ids, TimeProvider time)
{
    public const int MaxRows = 50_000;

    /// <summary>Rows are written in portions, so that a long list does not hold the database.</summary>
    private const int Portion = 500;

    private static readonly PersonRules Rules = new();

    public async Task<Result<IReadOnlyList<ImportedRow>>> PreviewAsync(Caller caller, IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        if (rows.Count > MaxRows)
        {
            return PersonProblems.ImportTooLarge;
        }

        TenantSettings settings = (await tenants.FindAsync(caller.Tenant, cancellation))?.Settings ?? new TenantSettings();
        Dictionary<string, int> emailLines = new(StringComparer.Ordinal);
        Dictionary<string, int> numberLines = new(StringComparer.Ordinal);
        Dictionary<Guid, int> personLines = [];
        List<ImportedRow> answer = new(rows.Count);
        foreach (ImportRow[] portion in rows.Chunk(Portion))
        {
            IReadOnlyDictionary<string, Guid> emails = await people.TakenEmailsAsync(
                caller.Tenant, [.. portion.Select(r => EmailAddress.Normalize(r.Details.Email)).Distinct()], cancellation);
            IReadOnlyDictionary<string, Guid> numbers = await people.TakenExternalIdsAsync(
                caller.Tenant, [.. portion.Select(r => r.Details.ExternalId?.Trim() ?? string.Empty).Where(n => n.Length > 0).Distinct()], cancellation);
            Dictionary<Guid, Person> known = (await people.FindAsync(caller.Tenant, [.. emails.Values.Concat(numbers.Values).Distinct()], cancellation))
                .ToDictionary(p => p.Id);
            answer.AddRange(portion.Select(row => Judge(row, settings, emails, numbers, known, emailLines, numberLines, personLines)));
        }

        return answer;
    }

    /// <summary>Imports all rows without errors; refuses when there are errors unless they are to be skipped.</summary>
    /// <returns>How many were added or updated.</returns>
    public async Task<Result<int>> ImportAsync(Caller caller, IReadOnlyList<ImportRow> rows, bool skipErrors, CancellationToken cancellation)
    {
        Result<IReadOnlyList<ImportedRow>> preview = await PreviewAsync(caller, rows, cancellation);
        if (!preview.Ok)
        {
            return preview.Problem;
        }

        if (!skipErrors && preview.Value.Any(r => r.Change == ImportChange.Error))
        {
            return PersonProblems.ImportHasErrors;
        }

        ImportedRow[] useful = [.. preview.Value.Where(r => r.Change is ImportChange.Add or ImportChange.Update)];
        int written = 0;
        foreach (ImportedRow[] portion in useful.Chunk(Portion))
        {
            await WriteAsync(caller, portion, cancellation);
            audit.Record(caller, "person.imported", "tenant", caller.Tenant.Value, $"{portion.Length} people from a file");
            Result<Done> saved = await work.SaveAsync(cancellation);
            if (!saved.Ok)
            {
                return saved.Problem;
            }

            written += portion.Length;
        }

        return written;
    }

    private async Task WriteAsync(Caller caller, ImportedRow[] portion, CancellationToken cancellation)
    {
        Guid[] changed = [.. portion.Where(r => r.PersonId is not null).Select(r => r.PersonId!.Value)];
        Dictionary<Guid, Person> known = (await people.FindAsync(caller.Tenant, changed, cancellation)).ToDictionary(p => p.Id);
        foreach (ImportedRow row in portion)
        {
            if (row.PersonId is { } id && known.TryGetValue(id, out Person? person))
            {
                person.Change(Merged(row.Row.Details, person));
                person.Return();
            }
            else
            {
                people.Add(Person.Create(caller.Tenant, ids.New(), row.Row.Details, time.GetUtcNow()));
            }
        }
    }

    private static ImportedRow Judge(
        ImportRow row,
        TenantSettings settings,
        IReadOnlyDictionary<string, Guid> emails,
        IReadOnlyDictionary<string, Guid> numbers,
        Dictionary<Guid, Person> known,
        Dictionary<string, int> emailLines,
        Dictionary<string, int> numberLines,
        Dictionary<Guid, int> personLines)
    {
        ValidationResult found = Rules.Validate(row.Details);
        List<string> errors = [.. found.Errors.Select(e => e.ErrorMessage)];
        string email = EmailAddress.Normalize(row.Details.Email);
        string number = row.Details.ExternalId?.Trim() ?? string.Empty;
        if (EmailAddress.LooksRight(email) && !settings.Allows(email))
        {
            errors.Add(PersonProblems.DomainNotAllowed);
        }

        if (email.Length > 0 && !emailLines.TryAdd(email, row.Line))
        {
            errors.Add($"Line {emailLines[email]} has the same e-mail address.");
        }

        if (number.Length > 0 && !numberLines.TryAdd(number, row.Line))
        {
            errors.Add($"Line {numberLines[number]} has the same employee number.");
        }

        Guid? byEmail = emails.TryGetValue(email, out Guid e1) ? e1 : null;
        Guid? byNumber = numbers.TryGetValue(number, out Guid n1) ? n1 : null;
        if (byEmail is not null && byNumber is not null && byEmail != byNumber)
        {
            errors.Add("The e-mail address belongs to one person and the employee number to another.");
        }

        Guid? person = byEmail ?? byNumber;
        if (errors.Count == 0 && person is { } owner && !personLines.TryAdd(owner, row.Line))
        {
            errors.Add($"Line {personLines[owner]} is about the same person.");
        }

        return errors.Count > 0
            ? new ImportedRow(row, ImportChange.Error, errors, person)
            : person is not { } id || !known.TryGetValue(id, out Person? there)
                ? new ImportedRow(row, ImportChange.Add, [], null)
                : new ImportedRow(row, IsSame(Merged(row.Details, there), there) ? ImportChange.Same : ImportChange.Update, [], id);
    }

    /// <summary>A column that a file leaves empty takes nothing away.</summary>
    private static PersonDetails Merged(PersonDetails read, Person person) => read with
    {
        Department = string.IsNullOrWhiteSpace(read.Department) ? person.Department : read.Department,
        ExternalId = string.IsNullOrWhiteSpace(read.ExternalId) ? person.ExternalId : read.ExternalId,
    };

    private static bool IsSame(PersonDetails details, Person person) =>
        person.Status == PersonStatus.Active
        && details.Name.Trim() == person.Name
        && EmailAddress.Normalize(details.Email) == person.Email
        && (details.Department?.Trim() ?? string.Empty) == person.Department
        && (details.ExternalId?.Trim() ?? string.Empty) == person.ExternalId;
}
