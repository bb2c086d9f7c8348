using System.Globalization;
using System.Text;
using Headshots.Core.Shared;
using Microsoft.Data.Sqlite;

namespace Headshots.Web.Tests.Endpoints;

/// <summary>All that a company has, read past every store: rows by the tables that the database has, and files.</summary>
internal sealed class TenantRows(EndpointHost host, TenantId tenant)
{
    /// <summary>One id per table, or per state where rows have one: what is approved opens other doors than what waits.</summary>
    public async Task<Dictionary<string, Guid>> IdsAsync()
    {
        Dictionary<string, Guid> ids = new(StringComparer.Ordinal) { ["Tenants"] = tenant.Value };
        await using SqliteConnection connection = await OpenAsync();
        foreach (string table in await TablesAsync(connection, "TenantId"))
        {
            IReadOnlyList<string> columns = await ColumnsAsync(connection, table);
            if (!columns.Contains("Id"))
            {
                continue;
            }

            string state = columns.Contains("State") ? "State" : "''";
            await using SqliteCommand command = Command(connection, $"SELECT {state}, MAX(Id) FROM \"{table}\" WHERE TenantId = $tenant GROUP BY {state} ORDER BY 1");
            await using SqliteDataReader reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                if (Guid.TryParse(reader.GetString(1), out Guid id))
                {
                    ids[ids.ContainsKey(table) ? $"{table}/{reader.GetValue(0)}" : table] = id;
                }
            }
        }

        return ids;
    }

    /// <summary>Everything, in an order that stays.</summary>
    public async Task<string> DumpAsync()
    {
        StringBuilder dump = new();
        await using SqliteConnection connection = await OpenAsync();
        await RowsAsync(connection, "SELECT * FROM Tenants WHERE Id = $tenant", dump);
        foreach (string table in await TablesAsync(connection, "TenantId"))
        {
            dump.Append(CultureInfo.InvariantCulture, $"# {table}\n");
            await RowsAsync(connection, $"SELECT * FROM \"{table}\" WHERE TenantId = $tenant ORDER BY 1, 2", dump);
        }

        string mark = tenant.ToString();
        foreach (FileInfo file in new DirectoryInfo(host.Blobs).EnumerateFiles("*", SearchOption.AllDirectories).Where(f => f.FullName.Contains(mark, StringComparison.OrdinalIgnoreCase)).OrderBy(f => f.FullName, StringComparer.Ordinal))
        {
            dump.Append(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}\n");
        }

        return dump.ToString();
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        SqliteConnection connection = new($"Data Source={host.Database};Mode=ReadOnly");
        await connection.OpenAsync();
        return connection;
    }

    private async Task<IReadOnlyList<string>> TablesAsync(SqliteConnection connection, string column)
    {
        List<string> tables = [];
        await using SqliteCommand command = Command(connection, "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = $column ORDER BY m.name");
        command.Parameters.AddWithValue("$column", column);
        await using SqliteDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            tables.Add(reader.GetString(0));
        }

        return tables;
    }

    private async Task<IReadOnlyList<string>> ColumnsAsync(SqliteConnection connection, string table)
    {
        List<string> columns = [];
        await using SqliteCommand command = Command(connection, $"SELECT name FROM pragma_table_info('{table}')");
        await using SqliteDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            columns.Add(reader.GetString(0));
        }

        return columns;
    }

    private async Task RowsAsync(SqliteConnection connection, string sql, StringBuilder dump)
    {
        await using SqliteCommand command = Command(connection, sql);
        await using SqliteDataReader reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            for (int i = 0; i < reader.FieldCount; i++)
            {
                object value = reader.GetValue(i);
                dump.Append(value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)).Append('|');
            }

            dump.Append('\n');
        }
    }

#pragma warning disable CA2100 // Table names come from the database itself.
    private SqliteCommand Command(SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$tenant", tenant.Value.ToString().ToUpperInvariant());
        return command;
    }
#pragma warning restore CA2100
}
