using Headshots.Persistence.Audit;
using Headshots.Persistence.Tests.Audit;
using Headshots.Persistence.Tests.Credits;
using Headshots.Persistence.Tests.Dashboards;
using Headshots.Persistence.Tests.Databases;
using Headshots.Persistence.Tests.Headshots;
using Headshots.Persistence.Tests.Invitations;
using Headshots.Persistence.Tests.Mail;
using Headshots.Persistence.Tests.People;
using Headshots.Persistence.Tests.Rendering;
using Headshots.Persistence.Tests.Sessions;
using Headshots.Persistence.Tests.Tenants;
using Microsoft.EntityFrameworkCore;

namespace Headshots.Persistence.Tests.Providers.SqlServer.Server;

public sealed class SqlServerRoundTripTests(SqlServerDatabase database) : RoundTripContract(database), IClassFixture<SqlServerDatabase>;

public sealed class SqlServerPersonStoreTests(SqlServerDatabase database) : PersonStoreContract(database), IClassFixture<SqlServerDatabase>;

public sealed class SqlServerPersonPagingTests(SqlServerDatabase database) : PersonPagingContract(database), IClassFixture<SqlServerDatabase>;

public sealed class SqlServerCreditLedgerTests(SqlServerDatabase database) : CreditLedgerContract(database), IClassFixture<SqlServerDatabase>;

public sealed class SqlServerRenderJobStoreTests(SqlServerDatabase database) : RenderJobStoreContract(database), IClassFixture<SqlServerDatabase>;

public sealed class SqlServerInvitationStoreTests(SqlServerDatabase database) : InvitationStoreContract(database), IClassFixture<SqlServerDatabase>;

public sealed class SqlServerHeadshotStoreTests(SqlServerDatabase database) : HeadshotStoreContract(database), IClassFixture<SqlServerDatabase>;

public sealed class SqlServerAuditLogTests(SqlServerDatabase database) : AuditLogContract(database), IClassFixture<SqlServerDatabase>;

public sealed class SqlServerDashboardQueriesTests(SqlServerDatabase database) : DashboardQueriesContract(database), IClassFixture<SqlServerDatabase>;

public sealed class SqlServerMailOutboxTests(SqlServerDatabase database) : MailOutboxContract(database), IClassFixture<SqlServerDatabase>;

public sealed class SqlServerTenantWallTests(SqlServerDatabase database) : TenantWallContract(database), IClassFixture<SqlServerDatabase>;

public sealed class SqlServerTenantFenceTests(SqlServerDatabase database) : TenantFenceContract(database), IClassFixture<SqlServerDatabase>;

public sealed class SqlServerTenantStoreTests(SqlServerDatabase database) : TenantStoreContract(database), IClassFixture<SqlServerDatabase>;

public sealed class SqlServerAuditChainTests(SqlServerDatabase database) : AuditChainContract(database), IClassFixture<SqlServerDatabase>
{
    protected override async Task UnguardAsync(DbContext context)
    {
        await context.Database.ExecuteSqlRawAsync($"DROP TRIGGER IF EXISTS [{AuditTriggers.Name}]", Stop);
        await context.Database.ExecuteSqlRawAsync("DROP INDEX IF EXISTS [IX_AuditEntries_TenantId_Sequence] ON [AuditEntries]", Stop);
    }
}

public sealed class SqlServerSessionStoreTests(SqlServerDatabase database) : SessionStoreContract(database), IClassFixture<SqlServerDatabase>;
