using CsvHelper;
using Headshots.Core.People;
using Headshots.Core.Shared;

namespace Headshots.Web.Admin.People.Import;

/// <summary>A list that somebody exported from somewhere, as rows of text.</summary>
/// <param name="Headers">Names of the columns; made up when the file has none.</param>
/// <param name="HasHeader">Whether the first line was names.</param>
/// <param name="Rows">All others.</param>
/// <param name="Encoding">As it was read.</param>
/// <param name="Delimiter">As it was read.</param>
internal sealed record CsvTable(IReadOnlyList<string> Headers, bool HasHeader, IReadOnlyList<CsvRow> Rows, string Encoding, char Delimiter)
{
    public const int MaxBytes = 20 * 1024 * 1024;

    public const int MaxColumns = 200;

    /// <summary>The separator is found out. No person's row is nearly as long as the most; what follows an unclosed quote is.</summary>
    private static readonly CsvReaderOptions Reading = new() { HasHeader = false, TrackLineNumbers = true, TrimWhitespace = true, MaxRecordSize = 64 * 1024 };

    public static Result<CsvTable> Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
        {
            return ImportProblems.FileTooLarge;
        }

        if (CsvEncoding.Read(bytes) is not var (text, encoding))
        {
            return ImportProblems.Unreadable;
        }

        try
        {
            using CsvReader reader = CsvReader.FromText(text, Reading);
            Result<List<CsvRow>> rows = Parse(reader);
            return rows.Ok ? Of(rows.Value, encoding, (char)reader.Separator) : rows.Problem;
        }
        catch (CsvFormatException)
        {
            return ImportProblems.Unreadable;
        }
    }

    private static Result<List<CsvRow>> Parse(CsvReader reader)
    {
        List<CsvRow> rows = [];
        while (reader.Read())
        {
            if (reader.FieldCount > MaxColumns)
            {
                return ImportProblems.Unreadable;
            }

            string[] cells = new string[reader.FieldCount];
            for (int i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.GetString(i).Trim();
            }

            if (Array.TrueForAll(cells, c => c.Length == 0))
            {
                continue;
            }

            rows.Add(new CsvRow((int)reader.LineNumber, cells));
            if (rows.Count > ImportPeople.MaxRows + 1)
            {
                return PersonProblems.ImportTooLarge;
            }
        }

        return rows;
    }

    private static Result<CsvTable> Of(List<CsvRow> rows, string encoding, char delimiter)
    {
        if (rows.Count == 0)
        {
            return ImportProblems.Empty;
        }

        // A line with an address in it is a person, not a heading.
        bool header = !Array.Exists(rows[0].Cells, EmailAddress.LooksRight);
        int columns = rows.Max(r => r.Cells.Length);
        string[] headers = [.. Enumerable.Range(0, columns).Select(i => header && i < rows[0].Cells.Length ? rows[0].Cells[i] : string.Empty)];
        if (header)
        {
            rows.RemoveAt(0);
        }

        return rows.Count == 0 ? ImportProblems.Empty : new CsvTable(headers, header, rows, encoding, delimiter);
    }
}

/// <param name="Line">1-based line of the file where it begins.</param>
/// <param name="Cells">Trimmed.</param>
internal sealed record CsvRow(int Line, string[] Cells)
{
    public string? Cell(int? column) => column is { } i && i >= 0 && i < Cells.Length && Cells[i].Length > 0 ? Cells[i] : null;
}
