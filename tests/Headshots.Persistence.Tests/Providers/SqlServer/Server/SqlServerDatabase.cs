using Headshots.Persistence.Providers.SqlServer;
using Headshots.Persistence.Tests.Databases;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Persistence.Tests.Providers.SqlServer.Server;

/// <summary>A database of its own on the server that HEADSHOTS_SQLSERVER names.</summary>
public sealed class SqlServerDatabase : TestDatabase
{
    private readonly string _name = $"headshots_{Path.GetRandomFileName().Replace(".", string.Empty, StringComparison.Ordinal)}";

    protected override PersistenceOptions Options => new()
    {
        Provider = DatabaseProvider.SqlServer,
        Connection = new SqlConnectionStringBuilder(Environment.GetEnvironmentVariable("HEADSHOTS_SQLSERVER")) { InitialCatalog = _name }.ConnectionString,
    };

    public override async ValueTask DisposeAsync()
    {
        await using (AsyncServiceScope scope = Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SqlServerHeadshotsContext>().Database.EnsureDeletedAsync();
        }

        await base.DisposeAsync();
    }
}
