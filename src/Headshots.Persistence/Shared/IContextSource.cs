using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Shared;

/// <summary>Contexts besides the request's own, for what has a transaction of its own.</summary>
internal interface IContextSource
{
    Task<HeadshotsDbContext> OpenAsync(CancellationToken cancellation);
}

internal sealed class ContextSource<T>(IDbContextFactory<T> factory) : IContextSource
    where T : HeadshotsDbContext
{
    public async Task<HeadshotsDbContext> OpenAsync(CancellationToken cancellation) => await factory.CreateDbContextAsync(cancellation);
}
