using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Core.Tests.Company;

namespace Headshots.Core.Tests.People;

public sealed class ImportPeopleTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Import_WithFiveHundredBadRows_NamesEachAndImportsTheRest()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        List<ImportRow> rows = [];
        for (int line = 2; line < 1202; line++)
        {
            rows.Add(new ImportRow(line, line % 12 < 5 ? Bad(line) : new PersonDetails($"Person {line}", $"i{line}@example.com", "Sales", $"{line}")));
        }

        IReadOnlyList<ImportedRow> preview = (await company.DoAsync((ImportPeople use) => use.PreviewAsync(company.Staff, rows, Stop))).Value;
        Assert.Equal(500, preview.Count(r => r.Change == ImportChange.Error));
        Assert.All(preview, r => Assert.Equal(r.Change == ImportChange.Error, r.Errors.Count > 0));

        Assert.Equal(PersonProblems.ImportHasErrors, (await ImportAsync(company, rows, skipErrors: false)).Problem);
        Assert.Equal(0, await CountAsync(company));
        Assert.Equal(700, (await ImportAsync(company, rows, skipErrors: true)).Value);
        Assert.Equal(700, await CountAsync(company));
        Assert.Equal(0, (await ImportAsync(company, rows, skipErrors: true)).Value);
    }

    [Fact]
    public async Task Preview_KnownPeople_AreUpdatedOrTheSame()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        await ImportAsync(company, [new ImportRow(2, new PersonDetails("Anna", "anna@example.com", "Sales", "1")), new ImportRow(3, new PersonDetails("Bob", "bob@example.com", "Sales", "2"))], false);

        IReadOnlyList<ImportedRow> preview = (await company.DoAsync((ImportPeople use) => use.PreviewAsync(
            company.Staff,
            [
                new ImportRow(2, new PersonDetails("Anna", " ANNA@example.com", null, null)),
                new ImportRow(3, new PersonDetails("Bob", "robert@example.com", null, "2")),
                new ImportRow(4, new PersonDetails("Mixed", "anna@example.com", null, "2")),
                new ImportRow(5, new PersonDetails("New", "new@example.com", null, null)),
            ],
            Stop))).Value;

        Assert.Equal([ImportChange.Same, ImportChange.Update, ImportChange.Error, ImportChange.Add], preview.Select(p => p.Change));
    }

    [Fact]
    public async Task Preview_TwoRowsForOnePerson_SaysSo()
    {
        await using TestCompany company = await TestCompany.OpenAsync();
        await ImportAsync(company, [new ImportRow(2, new PersonDetails("Anna", "anna@example.com", "Sales", "1"))], false);

        IReadOnlyList<ImportedRow> preview = (await company.DoAsync((ImportPeople use) => use.PreviewAsync(
            company.Staff,
            [new ImportRow(2, new PersonDetails("Anna", "anna@example.com", null, null)), new ImportRow(3, new PersonDetails("Anna B.", "ab@example.com", null, "1"))],
            Stop))).Value;

        Assert.Equal([ImportChange.Same, ImportChange.Error], preview.Select(p => p.Change));
    }

    private static PersonDetails Bad(int line) => (line % 12) switch
    {
        0 => new PersonDetails("", $"i{line}@example.com", null, null),
        1 => new PersonDetails("No address", "nobody", null, null),
        2 => new PersonDetails(new string('x', 121), $"i{line}@example.com", null, null),
        3 => new PersonDetails("Too long a department", $"i{line}@example.com", new string('x', 121), null),
        _ => new PersonDetails("Too long a number", $"i{line}@example.com", null, new string('1', 65)),
    };

    private static Task<Result<int>> ImportAsync(TestCompany company, IReadOnlyList<ImportRow> rows, bool skipErrors) =>
        company.DoAsync((ImportPeople use) => use.ImportAsync(company.Staff, rows, skipErrors, Stop));

    private static async Task<int> CountAsync(TestCompany company) =>
        (await company.DoAsync((IPersonStore s) => s.ListAsync(company.Tenant, new PersonQuery { WithTotal = true }, Stop))).Total!.Value;
}
