using System.Text;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Web.Admin.People.Import;

namespace Headshots.Web.Tests.Admin.People.Import;

public sealed class CsvTableTests
{
    private static CsvTable Read(string text, Encoding? encoding = null)
    {
        Encoding chosen = encoding ?? new UTF8Encoding(false);
        Result<CsvTable> read = CsvTable.Read([.. chosen.GetPreamble(), .. chosen.GetBytes(text)]);
        Assert.True(read.Ok, read.Problem?.ToString());
        return read.Value;
    }

    private static PersonDetails Only(CsvTable table) => Assert.Single(table.Rows.Select(ColumnMapping.Guess(table).Row)).Details;

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Read_AnySeparator_IsFoundOut(char separator)
    {
        CsvTable table = Read($"Name{separator}E-Mail{separator}Abteilung{separator}Personalnummer\nÄnne Öz{separator}anne@example.com{separator}Einkauf{separator}007\n");
        Assert.Equal(separator, table.Delimiter);
        Assert.Equal(new PersonDetails("Änne Öz", "anne@example.com", "Einkauf", "007"), Only(table));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Read_WithByteOrderMark_IsReadInThatEncoding(string name) =>
        Assert.Equal("Zoë Müller", Only(Read("name,email\nZoë Müller,zoe@example.com\n", Encoding.GetEncoding(name))).Name);

    [Fact]
    public void Read_WindowsFile_IsReadAsWindows1252()
    {
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("Name;E-Mail\nJürgen Groß – €;j@example.com\n");
        Result<CsvTable> read = CsvTable.Read(bytes);
        Assert.Equal("Jürgen Groß – €", Only(read.Value).Name);
        Assert.Equal("windows-1252", read.Value.Encoding);
    }

    [Theory]
    [InlineData("Vorname,Nachname,E-Mail-Adresse,Kostenstelle,PersNr", "Ada,Lovelace,ada@example.com,42,9")]
    [InlineData("First Name,Surname,Work Email,Dept,Employee ID", "Ada,Lovelace,ada@example.com,42,9")]
    [InlineData("employee_number,DisplayName,userPrincipalName,team", "9,Ada Lovelace,ada@example.com,42")]
    public void Guess_HeadingsOfHrSystems_AreUnderstood(string headings, string row) =>
        Assert.Equal(new PersonDetails("Ada Lovelace", "ada@example.com", "42", "9"), Only(Read($"{headings}\r\n{row}\r\n")));

    [Fact]
    public void Guess_WithoutHeadings_FindsTheAddressByContent()
    {
        CsvTable table = Read("Ada Lovelace,ada@example.com\nGrace Hopper,grace@example.com\n");
        Assert.False(table.HasHeader);
        Assert.Equal(2, table.Rows.Count);
        Assert.Equal("Grace Hopper", ColumnMapping.Guess(table).Row(table.Rows[1]).Details.Name);
    }

    [Fact]
    public void Read_LineBreaksInsideQuotes_KeepLineNumbersOfTheFile()
    {
        CsvTable table = Read("name,email\n\"Ada\nLovelace\",ada@example.com\n\n\"Grace \"\"Amazing\"\" Hopper\",grace@example.com\n");
        Assert.Equal([2, 5], table.Rows.Select(r => r.Line));
        Assert.Equal("Grace \"Amazing\" Hopper", table.Rows[1].Cells[0]);
    }

    [Fact]
    public void Read_ExcelsSeparatorLine_IsObeyedAndNoRow()
    {
        CsvTable table = Read("sep=;\nname;email\nLovelace, Ada;ada@example.com\n");
        Assert.Equal("Lovelace, Ada", Only(table).Name);
    }

    [Fact]
    public void Read_RaggedRows_MissNothingButWhatIsMissing()
    {
        CsvTable table = Read("name,email,department\nAda,ada@example.com\nGrace,grace@example.com,Navy,surplus\n");
        ColumnMapping map = ColumnMapping.Guess(table);
        Assert.Null(map.Row(table.Rows[0]).Details.Department);
        Assert.Equal("Navy", map.Row(table.Rows[1]).Details.Department);
    }

    [Fact]
    public void Read_EmptyOrBlank_IsSaidSo()
    {
        Assert.Equal("import_empty", CsvTable.Read([]).Problem?.Code);
        Assert.Equal("import_empty", CsvTable.Read("  \n;;\n"u8).Problem?.Code);
        Assert.Equal("import_empty", CsvTable.Read("name,email\n"u8).Problem?.Code);
    }

    [Fact]
    public void Read_WhatIsNoText_IsRefusedWithAdvice()
    {
        Assert.Equal("import_unreadable", CsvTable.Read([.. "PK"u8, 3, 4, 20, 0, 6, 0]).Problem?.Code);
        Assert.Equal("import_unreadable", CsvTable.Read([0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0]).Problem?.Code);
        Assert.Equal("import_file_too_large", CsvTable.Read(new byte[CsvTable.MaxBytes + 1]).Problem?.Code);
    }

    [Fact]
    public void Read_QuoteThatNeverEnds_IsRefusedAndNotSwallowed() =>
        Assert.Equal("import_unreadable", CsvTable.Read(Encoding.UTF8.GetBytes($"name,email\n\"Ada,ada@example.com\n{string.Concat(Enumerable.Repeat("Grace,grace@example.com\n", 20_000))}")).Problem?.Code);

    [Fact]
    public void Read_TooManyRowsOrColumns_IsRefused()
    {
        Assert.Equal("import_too_large", CsvTable.Read(Encoding.UTF8.GetBytes("name,email\n" + string.Concat(Enumerable.Repeat("a,b\n", ImportPeople.MaxRows + 2)))).Problem?.Code);
        Assert.Equal("import_unreadable", CsvTable.Read(Encoding.UTF8.GetBytes(new string(',', 1000) + "\n")).Problem?.Code);
    }

    /// <summary>Whatever cells hold, quoting them as RFC 4180 says and reading them gives them back, trimmed.</summary>
    [Fact]
    public void Read_AnyCellsThatAreQuoted_ComeBack()
    {
        Random random = new(20261125);
        const string Alphabet = "ab \t,;|\"'\näöü€=+-@😀";
        for (int round = 0; round < 300; round++)
        {
            int columns = random.Next(2, 6);
            string[][] rows = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => Enumerable.Range(0, columns).Select(c => c == 0 ? "x" + Word(random, Alphabet) : Word(random, Alphabet)).ToArray())];
            string header = string.Join(';', Enumerable.Range(0, columns).Select(i => $"h{i}"));
            string text = header + "\n" + string.Concat(rows.Select(r => string.Join(';', r.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"));
            CsvTable table = Read(text);
            Assert.Equal(rows.Select(r => string.Join('\u0001', r.Select(c => c.Trim()))), table.Rows.Select(r => string.Join('\u0001', r.Cells)));
        }
    }

    /// <summary>Any bytes at all are read or refused; none is a fault.</summary>
    [Fact]
    public void Read_AnyBytes_NeverThrows()
    {
        Random random = new(4);
        for (int round = 0; round < 2000; round++)
        {
            byte[] bytes = new byte[random.Next(0, 300)];
            random.NextBytes(bytes);
            Result<CsvTable> read = CsvTable.Read(bytes);
            if (read.Ok)
            {
                ColumnMapping map = ColumnMapping.Guess(read.Value);
                _ = read.Value.Rows.Select(map.Row).ToArray();
            }
        }
    }

    private static string Word(Random random, string alphabet)
    {
        Rune[] runes = [.. alphabet.EnumerateRunes()];
        return string.Concat(Enumerable.Range(0, random.Next(0, 12)).Select(_ => runes[random.Next(runes.Length)].ToString()));
    }
}
