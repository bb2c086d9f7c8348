using Headshots.Persistence.Providers.SqlServer;
using Headshots.Persistence.Tests.Databases;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Persistence.Tests.Providers.Capturing;

/// <summary>Stores over a SQL Server that is not there: every question is translated, none is sent.</summary>
public sealed class ServerlessDatabase : TestDatabase
{
    private readonly CapturedCommands _commands = new();

    public IReadOnlyList<string> Sql => _commands.Sql;

    protected override PersistenceOptions Options => new() { Provider = DatabaseProvider.SqlServer, Connection = "Server=nowhere.invalid;Database=headshots" };

    protected override bool Migrates => false;

    public void Forget() => _commands.Sql.Clear();

    protected override void Configure(IServiceCollection services) =>
        services.ConfigureDbContext<SqlServerHeadshotsContext>(builder => builder
            .AddInterceptors(_commands, new NoConnection(), new NoAutomaticTransaction())
            .ReplaceService<IDbContextTransactionManager, NoTransactions>());
}
