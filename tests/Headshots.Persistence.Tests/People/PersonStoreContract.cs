using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Persistence.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Persistence.Tests.People;

public abstract class PersonStoreContract(TestDatabase database) : StoreContract(database)
{
    [Fact]
    public async Task Save_SameAddressTwice_IsRefusedAsChanged()
    {
        await Database.AddAsync(One.Person(email: "same@example.com"));

        Result<Done> saved = await ChangeAsync<IPersonStore>(s => Added(s, One.Person(email: "same@example.com")));

        Assert.Equal(SharedProblems.Changed, saved.Problem);
    }

    [Fact]
    public async Task Save_SameAddressInAnotherCompany_IsFine()
    {
        await Database.AddAsync(One.Person(email: "same@example.com"));

        Assert.True((await ChangeAsync<IPersonStore>(s => Added(s, Two.Person(email: "same@example.com")))).Ok);
    }

    [Fact]
    public async Task Save_SameExternalIdTwice_IsRefusedUnlessEmpty()
    {
        await Database.AddAsync(One.Person(externalId: "4711"), One.Person(externalId: ""), One.Person(externalId: ""));

        Result<Done> saved = await ChangeAsync<IPersonStore>(s => Added(s, One.Person(externalId: "4711")));

        Assert.Equal(SharedProblems.Changed, saved.Problem);
    }

    [Fact]
    public async Task Save_AfterSomebodyElseChangedTheRow_IsRefusedAndForgotten()
    {
        Person person = One.Person("Before");
        await Database.AddAsync(person);
        await using AsyncServiceScope late = Database.Services.CreateAsyncScope();
        IPersonStore people = late.ServiceProvider.GetRequiredService<IPersonStore>();
        IUnitOfWork work = late.ServiceProvider.GetRequiredService<IUnitOfWork>();
        Person read = (await people.FindAsync(One.Tenant, person.Id, Stop))!;
        await ChangeAsync<IPersonStore>(async s => Rename((await s.FindAsync(One.Tenant, person.Id, Stop))!, "First"));

        Rename(read, "Second");
        Result<Done> saved = await work.SaveAsync(Stop);

        Assert.Equal(SharedProblems.Changed, saved.Problem);
        Person again = (await people.FindAsync(One.Tenant, person.Id, Stop))!;
        Assert.Equal("First", again.Name);
        Assert.Equal(2, again.Version);
        Assert.True((await work.SaveAsync(Stop)).Ok);
    }

    [Fact]
    public async Task Forget_AfterAChange_WritesNothing()
    {
        Person person = One.Person("Before");
        await Database.AddAsync(person);
        await using AsyncServiceScope scope = Database.Services.CreateAsyncScope();
        IUnitOfWork work = scope.ServiceProvider.GetRequiredService<IUnitOfWork>();
        Rename((await scope.ServiceProvider.GetRequiredService<IPersonStore>().FindAsync(One.Tenant, person.Id, Stop))!, "After");

        work.Forget();
        await work.SaveAsync(Stop);

        Assert.Equal("Before", (await AskAsync<IPersonStore, Person?>(s => s.FindAsync(One.Tenant, person.Id, Stop)))!.Name);
    }

    [Theory]
    [InlineData("muller")]
    [InlineData("MÜLLER")]
    [InlineData("zoe")]
    [InlineData("müller")]
    [InlineData("z.m@example.com")]
    [InlineData("E-77")]
    public async Task List_Search_FindsWhateverTheAccents(string search)
    {
        await Database.AddAsync(One.Person("Zoë Müller", "z.m@example.com", externalId: "e-77"), One.Person("Anna Schmidt", "a.s@example.com"));

        Assert.Equal("Zoë Müller", Assert.Single((await ListAsync(new PersonQuery(search))).Items).Name);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("[A-Z]")]
    [InlineData("\\")]
    public async Task List_SearchForASign_MeansTheSign(string search)
    {
        await Database.AddAsync(One.Person("Anna Schmidt"));

        Assert.Empty((await ListAsync(new PersonQuery(search))).Items);
    }

    [Fact]
    public async Task List_Filters_AreAllApplied()
    {
        Person sales = One.Person(department: "Sales");
        Person left = One.Person(department: "Sales");
        left.Leave(Now);
        Person chosen = One.Person(department: "Legal");
        chosen.MoveTo(PhotoStage.Chosen);
        await Database.AddAsync(sales, left, chosen);

        Assert.Equal([sales.Id], Ids(await ListAsync(new PersonQuery(Department: "Sales"))));
        Assert.Equal([left.Id], Ids(await ListAsync(new PersonQuery(Status: PersonStatus.Left))));
        Assert.Equal([chosen.Id], Ids(await ListAsync(new PersonQuery(Stage: PhotoStage.Chosen))));
        Slice<Person> all = await ListAsync(new PersonQuery(Status: null, Size: 2) { WithTotal = true });
        Assert.Equal((2, 3), (all.Items.Count, all.Total));
        Assert.Equal(3, (await AskAsync<IPersonStore, IReadOnlyList<Guid>>(s => s.ListIdsAsync(One.Tenant, new PersonQuery(Status: null, Size: 1), Stop))).Count);
        Assert.Equal(["Legal", "Sales"], await AskAsync<IPersonStore, IReadOnlyList<string>>(s => s.DepartmentsAsync(One.Tenant, Stop)));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("bm90IGpzb24")]
    [InlineData("eyJPcmRlciI6bnVsbH0")]
    public async Task List_CursorThatIsNone_BeginsAnew(string cursor)
    {
        await Database.AddAsync(One.Person());

        Assert.Single((await ListAsync(new PersonQuery(Cursor: cursor))).Items);
    }

    [Fact]
    public async Task Taken_AmongMany_NamesTheirOwners()
    {
        Person[] people = [.. Enumerable.Range(0, 1200).Select(i => One.Person(email: $"t{i}@example.com", externalId: $"n{i}"))];
        await Database.AddAsync(people);

        var emails = await AskAsync<IPersonStore, IReadOnlyDictionary<string, Guid>>(
            s => s.TakenEmailsAsync(One.Tenant, [.. people.Select(p => p.Email), "free@example.com"], Stop));
        var numbers = await AskAsync<IPersonStore, IReadOnlyDictionary<string, Guid>>(
            s => s.TakenExternalIdsAsync(One.Tenant, [.. people.Select(p => p.ExternalId), "free"], Stop));

        Assert.Equal(people.ToDictionary(p => p.Email, p => p.Id), emails);
        Assert.Equal(people.ToDictionary(p => p.ExternalId, p => p.Id), numbers);
        Assert.Equal(1200, (await AskAsync<IPersonStore, IReadOnlyList<Person>>(s => s.FindAsync(One.Tenant, [.. people.Select(p => p.Id)], Stop))).Count);
    }

    private Task<Slice<Person>> ListAsync(PersonQuery query) => AskAsync<IPersonStore, Slice<Person>>(s => s.ListAsync(One.Tenant, query, Stop));

    private static Guid[] Ids(Slice<Person> slice) => [.. slice.Items.Select(p => p.Id)];

    private static Task Added(IPersonStore store, Person person)
    {
        store.Add(person);
        return Task.CompletedTask;
    }

    private static void Rename(Person person, string name) =>
        person.Change(new PersonDetails(name, person.Email, person.Department, person.ExternalId));
}
