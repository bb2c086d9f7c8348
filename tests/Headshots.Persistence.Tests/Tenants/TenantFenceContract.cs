using Headshots.Core.People;
using Headshots.Core.Shared;
using Headshots.Persistence.Tests.Databases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Persistence.Tests.Tenants;

/// <summary>The fence behind the stores' own filters, each part shown to bite when a store forgets.</summary>
public abstract class TenantFenceContract(TestDatabase database) : StoreContract(database)
{
    private Person _mine = null!;

    private Person _theirs = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (_mine, _theirs) = (One.Person("Mine"), Two.Person("Theirs"));
        await Database.AddAsync(_mine);
        await Database.AddAsync(_theirs);
    }

    [Fact]
    public async Task Query_WithoutAFilter_FindsOnlyTheTenantAskedFor()
    {
        IReadOnlyList<string> names = await InAsync(async context =>
        {
            context.Fence.Ask(One.Tenant);
            return await context.Set<Person>().Select(p => p.Name).ToListAsync(Stop);
        });

        Assert.Equal(["Mine"], names);
    }

    [Fact]
    public async Task Query_WithoutAFilterAndWithoutATenant_FindsNothing() =>
        Assert.Empty(await InAsync(context => context.Set<Person>().ToListAsync(Stop)));

    [Fact]
    public async Task Query_PastTheFilters_IsAFaultWhenItReadsAnothersRow() =>
        await Assert.ThrowsAsync<TenantFenceException>(() => InAsync(context =>
        {
            context.Fence.Ask(One.Tenant);
            return context.Set<Person>().IgnoreQueryFilters().AsNoTracking().Where(p => p.TenantId == One.Tenant || p.TenantId == Two.Tenant).ToListAsync(Stop);
        }));

    [Fact]
    public async Task Query_InSqlByHand_IsAFaultWhenItReadsAnothersRow() =>
        await Assert.ThrowsAsync<TenantFenceException>(() => InAsync(context =>
        {
            context.Fence.Ask(One.Tenant);
            return context.Set<Person>().FromSqlRaw("SELECT * FROM \"People\" WHERE \"Name\" = 'Theirs'").IgnoreQueryFilters().ToListAsync(Stop);
        }));

    [Fact]
    public async Task Save_ARowOfATenantNobodyAskedFor_IsAFault() =>
        await Assert.ThrowsAsync<TenantFenceException>(() => InAsync(context =>
        {
            context.Fence.Ask(One.Tenant);
            context.Add(Two.Person());
            return context.SaveChangesAsync(Stop);
        }));

    [Fact]
    public async Task Save_RowsOfTwoTenants_IsAFault() =>
        await Assert.ThrowsAsync<TenantFenceException>(() => InAsync(context =>
        {
            context.AddRange(One.Person(), Two.Person());
            return context.SaveChangesAsync(Stop);
        }));

    [Fact]
    public async Task Save_OfARemovedRowOfAnotherTenant_IsAFault() =>
        await Assert.ThrowsAsync<TenantFenceException>(() => InAsync(context =>
        {
            context.Fence.Ask(One.Tenant);
            context.Remove(_theirs);
            return context.SaveChangesAsync(Stop);
        }));

    [Fact]
    public async Task Save_ARowThatHangsOnAnothersRow_IsRefusedByTheDatabase()
    {
        Story theirs = await Two.StoryAsync();
        Assert.Equal(SharedProblems.Changed, (await ChangeAsync<HeadshotsDbContext>(context =>
        {
            context.Add(One.Invitation(theirs.Campaign, _mine));
            return Task.CompletedTask;
        })).Problem);
    }

    [Fact]
    public void Ask_ForNoTenant_IsAFault() => Assert.Throws<TenantFenceException>(() => new TenantFence().Ask(default));

    [Fact]
    public async Task Model_EveryTable_HasTheFilterAndAKeyOfTheTenant() => await InAsync(context =>
    {
        Assert.All(context.Model.GetEntityTypes(), type =>
        {
            Assert.NotEmpty(type.GetDeclaredQueryFilters());
            Assert.Equal(typeof(TenantId), type.FindPrimaryKey()!.Properties[0].ClrType);
        });
        return Task.FromResult(true);
    });

    [Fact]
    public async Task Model_EveryIndex_BeginsWithTheTenantButThoseThatFindIt() => await InAsync(context =>
    {
        string[] others = [.. context.Model.GetEntityTypes().SelectMany(t => t.GetIndexes()).Where(i => i.Properties[0].Name != "TenantId").Select(i => i.Properties[0].Name)];
        Assert.Equal(["ProviderSessionHash", "Realm", "TokenHash"], others.Order(StringComparer.Ordinal));
        return Task.FromResult(true);
    });

    private async Task<T> InAsync<T>(Func<HeadshotsDbContext, Task<T>> act)
    {
        await using AsyncServiceScope scope = Database.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<HeadshotsDbContext>());
    }
}
