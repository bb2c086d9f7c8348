using FsCheck;
using FsCheck.Fluent;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Persistence.Tests.Databases;

namespace Headshots.Persistence.Tests.People;

/// <summary>Pages, put together, are the whole list in order: nobody twice, nobody missing.</summary>
public abstract class PersonPagingContract(TestDatabase database) : StoreContract(database)
{
    private static readonly string[] Names = ["Anna", "anna", "Ärne", "Zoë", "Łukasz", "Ольга", "Bob", "Bob", "李雷", "O'Neil"];

    private static readonly string[] Departments = ["", "Sales", "sales", "Zürich"];

    private readonly List<Person> _people = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        for (int i = 0; i < 120; i++)
        {
            Person person = One.Person(Names[i % Names.Length], $"{(char)('a' + (i * 7 % 26))}{i}@example.com", Departments[i * 3 % Departments.Length]);
            person.MoveTo((PhotoStage)(i % 8));
            _people.Add(person);
            if (i % 3 == 0)
            {
                Database.Time.Advance(TimeSpan.FromTicks(1));
            }
        }

        await Database.AddAsync(_people);
        await Database.AddAsync(Two.Person());
    }

    [Fact]
    public void Pages_OfAnySizeAndOrder_AreTheWholeList() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60),
        Prop.ForAll(
            ArbMap.Default.ArbFor<PersonSort>(),
            ArbMap.Default.ArbFor<bool>(),
            Gen.Choose(1, 40).ToArbitrary(),
            (sort, descending, size) => HoldsAsync(sort, descending, size).GetAwaiter().GetResult()));

    private async Task<bool> HoldsAsync(PersonSort sort, bool descending, int size)
    {
        List<Person> read = [];
        PersonQuery query = new(Sort: sort, Descending: descending, Size: size);
        do
        {
            Slice<Person> slice = await AskAsync<IPersonStore, Slice<Person>>(s => s.ListAsync(One.Tenant, query, Stop));
            Assert.InRange(slice.Items.Count, 1, size);
            read.AddRange(slice.Items);
            query = query with { Cursor = slice.Next };
        }
        while (query.Cursor is not null);

        IEnumerable<Person> ordered = sort switch
        {
            PersonSort.Email => _people.OrderBy(p => p.Email, StringComparer.Ordinal),
            PersonSort.Department => _people.OrderBy(p => p.Department, StringComparer.Ordinal).ThenBy(p => p.SortKey, StringComparer.Ordinal),
            PersonSort.Stage => _people.OrderBy(p => p.Stage).ThenBy(p => p.SortKey, StringComparer.Ordinal),
            PersonSort.Created => _people.OrderBy(p => p.CreatedAt).ThenBy(p => p.Id),
            _ => _people.OrderBy(p => p.SortKey, StringComparer.Ordinal),
        };
        Assert.Equal((descending ? ordered.Reverse() : ordered).Select(p => p.Email), read.Select(p => p.Email));
        return true;
    }
}
