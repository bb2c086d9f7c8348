namespace Headshots.Persistence.Audit;

/// <summary>
/// What the database itself refuses: an entry of the chain is not changed, except that the name and the words of somebody who is
/// erased are emptied, and not deleted, except with its whole tenant, whose chain's end is removed before. Against accidents, and
/// against whoever does not know; the seals are what shows the rest.
/// </summary>
internal static class AuditTriggers
{
    public const string Name = "AuditEntries_WrittenOnce";

    private static readonly string[] Fixed =
    [
        "TenantId", "Id", "Sequence", "At", "ActorKind", "ActorId", "Action", "SubjectType", "SubjectId", "PersonId", "ActorCommitment", "SummaryCommitment", "Previous", "Seal",
    ];

    /// <summary>Text and salt that may be emptied together.</summary>
    private static readonly (string Text, string Salt)[] Erasable = [("ActorName", "ActorSalt"), ("Summary", "SummarySalt")];

    public static IReadOnlyList<string> Sqlite { get; } =
    [
        $"""
        CREATE TRIGGER "{Name}_Update" BEFORE UPDATE ON "AuditEntries" WHEN OLD."Sequence" > 0 AND (
            {string.Join(" OR ", Fixed.Select(c => $"NEW.\"{c}\" IS NOT OLD.\"{c}\""))}
            OR {string.Join(" OR ", Erasable.Select(e => $"((NEW.\"{e.Text}\" IS NOT OLD.\"{e.Text}\" OR NEW.\"{e.Salt}\" IS NOT OLD.\"{e.Salt}\") AND (NEW.\"{e.Text}\" <> '' OR length(NEW.\"{e.Salt}\") > 0))"))})
        BEGIN SELECT RAISE(ABORT, 'Audit entries are not changed.'); END;
        """,
        $"""
        CREATE TRIGGER "{Name}_Delete" BEFORE DELETE ON "AuditEntries" WHEN OLD."Sequence" > 0 AND EXISTS (SELECT 1 FROM "AuditHeads" WHERE "TenantId" = OLD."TenantId")
        BEGIN SELECT RAISE(ABORT, 'Audit entries are not deleted.'); END;
        """,
    ];

    /// <summary>Executed as text: a script that makes everything has other statements before it, and a trigger must come first.</summary>
    public static IReadOnlyList<string> SqlServer { get; } = [$"EXEC(N'{SqlServerTrigger().Replace("'", "''", StringComparison.Ordinal)}')"];

    private static string SqlServerTrigger() =>
        $"""
        CREATE TRIGGER [{Name}] ON [AuditEntries] AFTER UPDATE, DELETE AS
        BEGIN
            SET NOCOUNT ON;
            IF EXISTS (SELECT 1 FROM deleted d LEFT JOIN inserted i ON i.[TenantId] = d.[TenantId] AND i.[Id] = d.[Id]
                WHERE d.[Sequence] > 0 AND i.[Id] IS NULL AND EXISTS (SELECT 1 FROM [AuditHeads] h WHERE h.[TenantId] = d.[TenantId]))
                THROW 50001, 'Audit entries are not deleted.', 1;
            IF EXISTS (SELECT 1 FROM deleted d INNER JOIN inserted i ON i.[TenantId] = d.[TenantId] AND i.[Id] = d.[Id]
                WHERE d.[Sequence] > 0 AND (
                    {string.Join(" OR ", Fixed.Except(["TenantId", "Id", "PersonId"]).Select(c => $"i.[{c}] <> d.[{c}]"))}
                    OR ISNULL(i.[PersonId], '00000000-0000-0000-0000-000000000000') <> ISNULL(d.[PersonId], '00000000-0000-0000-0000-000000000000')
                    OR {string.Join(" OR ", Erasable.Select(e => $"((i.[{e.Text}] <> d.[{e.Text}] OR i.[{e.Salt}] <> d.[{e.Salt}]) AND (i.[{e.Text}] <> N'' OR DATALENGTH(i.[{e.Salt}]) > 0))"))}))
                THROW 50001, 'Audit entries are not changed.', 1;
        END;
        """;
}
