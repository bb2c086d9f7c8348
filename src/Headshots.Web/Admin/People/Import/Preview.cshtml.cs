using System.Globalization;
using CsvHelper;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Web.Identity;
using Headshots.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Headshots.Web.Admin.People.Import;

/// <summary>Shows what an uploaded list would change, and changes it.</summary>
[Authorize(Policies.PeopleEditing)]
internal sealed class PreviewModel(ImportFiles files, ImportPeople import, ProblemWords words, IStringLocalizer<ImportTexts> texts) : PortalPage
{
    /// <summary>Rows shown; the rest is in the counts.</summary>
    public const int Shown = 25;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public ColumnMapping? Map { get; set; }

    public CsvTable? Table { get; private set; }

    public IReadOnlyList<ImportedRow> Rows { get; private set; } = [];

    public int Count(ImportChange change) => Rows.Count(r => r.Change == change);

    public IEnumerable<string> Sentences(ImportedRow row) => row.Errors.Select(words.Field);

    public string Heading(int column) => Table!.Headers[column] is { Length: > 0 } name ? name : texts["Column", column + 1];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await ReadAsync(cancellation) is { } problem ? Refused(problem) : Page();

    public async Task<IActionResult> OnGetErrorsAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is { } problem)
        {
            return Refused(problem);
        }

        MemoryStream answer = new();
        using (CsvWriter csv = CsvWriter.Create(answer, Writing, leaveOpen: true))
        {
            csv.WriteRecord([texts["Line"].Value, texts["Error"].Value, .. Enumerable.Range(0, Table!.Headers.Count).Select(Heading)]);
            Dictionary<int, CsvRow> read = Table.Rows.ToDictionary(r => r.Line);
            foreach (ImportedRow row in Rows.Where(r => r.Change == ImportChange.Error))
            {
                csv.WriteRecord([row.Row.Line.ToString(CultureInfo.InvariantCulture), string.Join(' ', Sentences(row)), .. read[row.Row.Line].Cells]);
            }
        }

        answer.Position = 0;
        return File(answer, "text/csv; charset=utf-8", texts["Errors.File"]);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Result<CsvTable> table = await files.ReadAsync(Tenant, Id, cancellation);
        if (!table.Ok)
        {
            return Refused(table.Problem);
        }

        ColumnMapping map = Map ?? ColumnMapping.Guess(table.Value);
        Result<int> imported = map.IsComplete
            ? await import.ImportAsync(Caller, [.. table.Value.Rows.Select(map.Row)], skipErrors: true, cancellation)
            : ImportProblems.Columns;
        if (!imported.Ok)
        {
            await ReadAsync(cancellation);
            return Refused(imported.Problem);
        }

        await files.ForgetAsync(Tenant, Id, cancellation);
        return Done("/admin/people", texts["Done", imported.Value.ToString("N0", CultureInfo.CurrentCulture)]);
    }

    private async Task<Problem?> ReadAsync(CancellationToken cancellation)
    {
        Result<CsvTable> table = await files.ReadAsync(Tenant, Id, cancellation);
        if (!table.Ok)
        {
            return table.Problem;
        }

        Table = table.Value;
        bool chosen = Request.Query.Keys.Any(k => k.StartsWith("Map.", StringComparison.OrdinalIgnoreCase)) || Request.HasFormContentType;
        Map = chosen && Map is not null ? Map : ColumnMapping.Guess(Table);
        if (!Map.IsComplete)
        {
            return ImportProblems.Columns;
        }

        Result<IReadOnlyList<ImportedRow>> rows = await import.PreviewAsync(Caller, [.. Table.Rows.Select(Map.Row)], cancellation);
        Rows = rows.Ok ? rows.Value : [];
        return rows.Problem;
    }

    /// <summary>A cell that begins like a formula would be one when the list is opened again.</summary>
    private static readonly CsvWriterOptions Writing = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true, ValidateFieldCount = false };
}
