using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Headshots.Persistence.Tests.Providers.SqlServer;

/// <summary>Microsoft's own parser of the language, for SQL Server 2022.</summary>
internal static class TransactSql
{
    public static void Parses(string sql) => Assert.NotEmpty(Batches(sql));

    public static IList<TSqlBatch> Batches(string sql)
    {
        using StringReader text = new(sql);
        TSqlFragment parsed = new TSql160Parser(initialQuotedIdentifiers: true).Parse(text, out IList<ParseError> errors);
        Assert.True(errors.Count == 0, $"{string.Join('\n', errors.Select(e => $"line {e.Line}: {e.Message}"))}\n{sql}");
        return ((TSqlScript)parsed).Batches;
    }
}
