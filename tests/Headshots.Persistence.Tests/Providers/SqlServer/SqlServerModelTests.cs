using Headshots.Persistence.Providers.SqlServer;
using Headshots.Persistence.Tests.Providers.Capturing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Headshots.Persistence.Tests.Providers.SqlServer;

public sealed class SqlServerModelTests(ServerlessDatabase database) : IClassFixture<ServerlessDatabase>
{
    /// <summary>SQL Server's limit for the key of an index.</summary>
    private const int IndexBytes = 1700;

    [Fact]
    public async Task Script_FromNothing_ParsesAndMakesEveryTable() => await InAsync(context =>
    {
        string script = context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent);

        Assert.NotEmpty(TransactSql.Batches(script));
        Assert.All(context.Model.GetEntityTypes(), t => Assert.Contains($"CREATE TABLE [{t.GetTableName()}]", script, StringComparison.Ordinal));
    });

    [Fact]
    public async Task Model_IsWhatTheMigrationsSay() =>
        await InAsync(context => Assert.False(context.Database.HasPendingModelChanges()));

    [Fact]
    public async Task Indexes_FitIntoTheirLimit() => await InAsync(context =>
    {
        foreach (IEntityType type in context.Model.GetEntityTypes())
        {
            Assert.All(type.GetIndexes().Select(i => i.Properties).Concat(type.GetKeys().Select(k => k.Properties)), columns =>
                Assert.InRange(columns.Sum(Bytes), 1, IndexBytes));
        }
    });

    [Fact]
    public async Task Cascades_ToOneTable_ComeFromOneSideOnly() => await InAsync(context =>
    {
        foreach (IEntityType type in context.Model.GetEntityTypes())
        {
            Assert.InRange(type.GetForeignKeys().Count(k => k.DeleteBehavior == DeleteBehavior.Cascade), 0, 1);
        }
    });

    private static int Bytes(IProperty column)
    {
        string type = column.GetColumnType();
        return type switch
        {
            "uniqueidentifier" => 16,
            "datetimeoffset" => 10,
            "bigint" => 8,
            "int" => 4,
            "bit" => 1,
            _ when type.StartsWith("nvarchar(", StringComparison.Ordinal) && type != "nvarchar(max)" => 2 * Length(type),
            _ when type.StartsWith("varchar(", StringComparison.Ordinal) && type != "varchar(max)" => Length(type),
            _ => throw new NotSupportedException($"{column} is {type}, which no index can hold."),
        };
    }

    private static int Length(string type) => int.Parse(type[(type.IndexOf('(', StringComparison.Ordinal) + 1)..^1], System.Globalization.CultureInfo.InvariantCulture);

    private async Task InAsync(Action<SqlServerHeadshotsContext> act)
    {
        await using AsyncServiceScope scope = database.Services.CreateAsyncScope();
        act(scope.ServiceProvider.GetRequiredService<SqlServerHeadshotsContext>());
    }
}
