using Headshots.Core.Credits;
using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Persistence.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Persistence.Tests.Credits;

public abstract class CreditLedgerContract(TestDatabase database) : StoreContract(database)
{
    [Fact]
    public async Task Spend_FiftyPeopleAtOnceWithTwentyCredits_SpendsTwenty()
    {
        await GrantAsync(20);

        CreditAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => SpendAsync(One.NewId()))));

        Assert.Equal(20, answers.Count(a => a == CreditAnswer.Spent));
        Assert.Equal(30, answers.Count(a => a == CreditAnswer.NoneLeft));
        Assert.Equal(0, await BalanceAsync());
        Assert.Equal(0, await SumAsync());
    }

    [Fact]
    public async Task Spend_FiftyTimesAtOnceForOnePerson_SpendsOnce()
    {
        Guid person = One.NewId();
        await GrantAsync(50);

        CreditAnswer[] answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => SpendAsync(person))));

        Assert.Single(answers, CreditAnswer.Spent);
        Assert.Equal(49, answers.Count(a => a == CreditAnswer.AlreadySpent));
        Assert.Equal(49, await BalanceAsync());
        Assert.Equal(49, await SumAsync());
    }

    [Fact]
    public async Task Refund_TwentyTimesAtOnce_GivesBackOnceAndAllowsAnother()
    {
        Guid person = One.NewId();
        await GrantAsync(1);
        await SpendAsync(person);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => RefundAsync(person))));

        Assert.Equal(1, await BalanceAsync());
        Assert.Equal(1, await SumAsync());
        Assert.Equal(CreditAnswer.Spent, await SpendAsync(person));
        Assert.Equal(0, await BalanceAsync());
    }

    [Fact]
    public async Task SpendRefundAndGrant_AllAtOnce_KeepTheSum()
    {
        Guid[] people = [.. Enumerable.Range(0, 6).Select(_ => One.NewId())];
        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(() => (i % 3) switch
        {
            0 => GrantAsync(1),
            1 => SpendAsync(people[i % 6]),
            _ => RefundAsync(people[i % 6]),
        })));

        int balance = await BalanceAsync();

        Assert.InRange(balance, 0, 20);
        Assert.Equal(balance, await SumAsync());
    }

    [Fact]
    public async Task Spend_WithNone_SaysSoAndWritesNothing()
    {
        Assert.Equal(CreditAnswer.NoneLeft, await SpendAsync(One.NewId()));
        Assert.Equal(0, await BalanceAsync());
        Assert.Empty((await ListAsync(null, 10)).Items);
    }

    [Fact]
    public async Task Refund_WhenNothingWasSpent_ChangesNothing()
    {
        await GrantAsync(3);

        await RefundAsync(One.NewId());

        Assert.Equal(3, await BalanceAsync());
        Assert.Single((await ListAsync(null, 10)).Items);
    }

    [Fact]
    public async Task Refund_WithASaveThatFails_GivesNothingBack()
    {
        Story story = await One.StoryAsync();
        await GrantAsync(1);
        await SpendAsync(story.Person.Id);

        Result<Done> saved = await ChangeAsync<IServiceProvider>(scope =>
        {
            scope.GetRequiredService<ICreditLedger>().Refund(One.Tenant, story.Person.Id, "None made");
            scope.GetRequiredService<IPersonStore>().Add(One.Person(email: story.Person.Email));
            return Task.CompletedTask;
        });

        Assert.Equal(SharedProblems.Changed, saved.Problem);
        Assert.Equal(0, await BalanceAsync());
        Assert.Equal(CreditAnswer.AlreadySpent, await SpendAsync(story.Person.Id));
    }

    [Fact]
    public async Task Spend_OfAnUnlimitedTenant_CountsNothing()
    {
        TenantId unlimited = await Database.AddTenantAsync(unlimited: true);

        Assert.Equal(CreditAnswer.Unlimited, await AskAsync<ICreditLedger, CreditAnswer>(l => l.SpendAsync(unlimited, One.NewId(), Stop)));
        Assert.Equal(0, await AskAsync<ICreditLedger, int>(l => l.BalanceAsync(unlimited, Stop)));
    }

    [Fact]
    public async Task List_InPages_IsNewestFirstAndWhole()
    {
        for (int i = 1; i <= 7; i++)
        {
            Database.Time.Advance(TimeSpan.FromSeconds(i % 2));
            await GrantAsync(i);
        }

        List<int> amounts = [];
        string? cursor = null;
        do
        {
            Slice<CreditEntry> slice = await ListAsync(cursor, 2);
            amounts.AddRange(slice.Items.Select(e => e.Amount));
            cursor = slice.Next;
        }
        while (cursor is not null);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], amounts.Order());
        Assert.Equal(7, amounts[0]);
    }

    private Task<int> BalanceAsync() => AskAsync<ICreditLedger, int>(l => l.BalanceAsync(One.Tenant, Stop));

    private Task<CreditAnswer> SpendAsync(Guid person) => AskAsync<ICreditLedger, CreditAnswer>(l => l.SpendAsync(One.Tenant, person, Stop));

    private async Task<bool> RefundAsync(Guid person) => (await ChangeAsync<ICreditLedger>(l =>
    {
        l.Refund(One.Tenant, person, "None made");
        return Task.CompletedTask;
    })).Ok;

    private Task<bool> GrantAsync(int amount) => AskAsync<ICreditLedger, bool>(async l =>
    {
        await l.GrantAsync(One.Tenant, amount, "Bought", Stop);
        return true;
    });

    private Task<Slice<CreditEntry>> ListAsync(string? cursor, int size) =>
        AskAsync<ICreditLedger, Slice<CreditEntry>>(l => l.ListAsync(One.Tenant, cursor, size, Stop));

    private async Task<int> SumAsync() => (await ListAsync(null, 200)).Items.Sum(e => e.Amount);
}
