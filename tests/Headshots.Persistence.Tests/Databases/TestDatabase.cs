using Headshots.Core.Audit;
using Headshots.Core.Shared;
using Headshots.Core.Tenants;
using Headshots.TestKit.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Headshots.Persistence.Tests.Databases;

/// <summary>An empty database of one provider, brought up to date; the tests of a class share it, each with tenants of its own.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    private ServiceProvider? _services;

    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public FakeTimeProvider Time { get; } = new(Start);

    public IIds Ids => Services.GetRequiredService<IIds>();

    public ServiceProvider Services => _services ?? throw new InvalidOperationException("The database is not there yet.");

    protected abstract PersistenceOptions Options { get; }

    protected virtual bool Migrates => true;

    protected virtual void Configure(IServiceCollection services)
    {
    }

    public virtual async ValueTask InitializeAsync()
    {
        IServiceCollection services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IIds, TimeOrderedIds>()
            .AddTestSecrets()
            .AddSingleton<AuditSeals>()
            .AddHeadshotsPersistence(Options);
        Configure(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
        if (!Migrates)
        {
            return;
        }

        await Services.GetRequiredService<HeadshotsDatabase>().MigrateAsync(TestContext.Current.CancellationToken);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    public async Task<TenantId> AddTenantAsync(bool unlimited = false)
    {
        Tenant tenant = Tenant.Create(new TenantId(Ids.New()), "Company", "hr@example.com", Time.GetUtcNow(), unlimitedCredits: unlimited);
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ITenantStore>().Add(tenant);
        Assert.True((await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None)).Ok);
        return tenant.Id;
    }

    /// <summary>In a scope of its own, saved at the end.</summary>
    public async Task<Result<Done>> ChangeAsync<TStore>(Func<TStore, Task> change)
        where TStore : notnull
    {
        await using AsyncServiceScope scope = Services.CreateAsyncScope();
        await change(scope.ServiceProvider.GetRequiredService<TStore>());
        return await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
    }

    /// <summary>Writes rows as they are.</summary>
    public async Task AddAsync(params IEnumerable<object> rows)
    {
        Result<Done> saved = await ChangeAsync<HeadshotsDbContext>(context =>
        {
            context.AddRange(rows);
            return Task.CompletedTask;
        });
        Assert.True(saved.Ok, saved.Problem?.ToString());
    }
}
