using Headshots.Core.Shared;
using Headshots.Persistence.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Persistence.Tests;

/// <summary>What every provider's stores are held to. A derived class names the provider.</summary>
public abstract class StoreContract(TestDatabase database) : IAsyncLifetime
{
    protected TestDatabase Database => database;

    protected DateTimeOffset Now => database.Time.GetUtcNow();

    /// <summary>Two companies, new for each test.</summary>
    protected Sample One { get; private set; } = null!;

    protected Sample Two { get; private set; } = null!;

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        One = new Sample(database, await database.AddTenantAsync());
        Two = new Sample(database, await database.AddTenantAsync());
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>In a scope of its own, as a request has.</summary>
    protected async Task<T> AskAsync<TStore, T>(Func<TStore, Task<T>> ask)
        where TStore : notnull
    {
        await using AsyncServiceScope scope = database.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TStore>());
    }

    /// <summary>In a scope of its own, saved at the end.</summary>
    protected Task<Result<Done>> ChangeAsync<TStore>(Func<TStore, Task> change)
        where TStore : notnull => database.ChangeAsync(change);
}
