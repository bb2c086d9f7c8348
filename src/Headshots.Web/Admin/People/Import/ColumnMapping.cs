using Headshots.Core.People;
using Headshots.Core.Shared;

namespace Headshots.Web.Admin.People.Import;

/// <summary>Which column says what, from 0; null where none does.</summary>
public sealed record ColumnMapping
{
    public int? Name { get; init; }

    public int? FirstName { get; init; }

    public int? LastName { get; init; }

    public int? Email { get; init; }

    public int? Department { get; init; }

    public int? ExternalId { get; init; }

    /// <summary>Whether people can be read by it.</summary>
    internal bool IsComplete => Email is not null && (Name is not null || FirstName is not null || LastName is not null);

    internal ImportRow Row(CsvRow row)
    {
        string name = row.Cell(Name) ?? string.Join(' ', new[] { row.Cell(FirstName), row.Cell(LastName) }.Where(n => n is not null));
        return new ImportRow(row.Line, new PersonDetails(name, row.Cell(Email) ?? string.Empty, row.Cell(Department), row.Cell(ExternalId)));
    }

    /// <summary>What the headings say in English or German; by content where there are none.</summary>
    internal static ColumnMapping Guess(CsvTable table)
    {
        string[] headings = [.. table.Headers.Select(ColumnNames.Plain)];
        int? email = Find(headings, ColumnNames.Email) ?? ByContent(table);
        int? first = Find(headings, ColumnNames.FirstName);
        int? last = Find(headings, ColumnNames.LastName);
        int? whole = Find(headings, ColumnNames.Name);
        if (whole is null && last is not null && first is null)
        {
            // "Name" beside nothing else is a whole name; "Nachname" alone is better than none.
            (whole, last) = (last, null);
        }

        return table.HasHeader
            ? new ColumnMapping
            {
                Name = first is not null && last is not null ? null : whole,
                FirstName = first is not null && last is not null ? first : null,
                LastName = first is not null && last is not null ? last : null,
                Email = email,
                Department = Find(headings, ColumnNames.Department),
                ExternalId = Find(headings, ColumnNames.ExternalId),
            }
            : new ColumnMapping { Email = email, Name = email is null ? null : Enumerable.Range(0, table.Headers.Count).Cast<int?>().FirstOrDefault(i => i != email) };
    }

    private static int? Find(string[] headings, IReadOnlyList<string> names)
    {
        foreach (string name in names)
        {
            int at = Array.IndexOf(headings, name);
            if (at >= 0)
            {
                return at;
            }
        }

        return null;
    }

    private static int? ByContent(CsvTable table)
    {
        for (int i = 0; i < table.Headers.Count; i++)
        {
            int column = i;
            CsvRow[] some = [.. table.Rows.Take(50)];
            if (some.Count(r => EmailAddress.LooksRight(r.Cell(column))) > some.Length / 2)
            {
                return column;
            }
        }

        return null;
    }
}
