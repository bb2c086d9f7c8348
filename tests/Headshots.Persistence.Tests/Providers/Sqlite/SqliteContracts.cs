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

namespace Headshots.Persistence.Tests.Providers.Sqlite;

public sealed class SqliteRoundTripTests(SqliteDatabase database) : RoundTripContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqlitePersonStoreTests(SqliteDatabase database) : PersonStoreContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqlitePersonPagingTests(SqliteDatabase database) : PersonPagingContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqliteCreditLedgerTests(SqliteDatabase database) : CreditLedgerContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqliteRenderJobStoreTests(SqliteDatabase database) : RenderJobStoreContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqliteInvitationStoreTests(SqliteDatabase database) : InvitationStoreContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqliteHeadshotStoreTests(SqliteDatabase database) : HeadshotStoreContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqliteAuditLogTests(SqliteDatabase database) : AuditLogContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqliteDashboardQueriesTests(SqliteDatabase database) : DashboardQueriesContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqliteMailOutboxTests(SqliteDatabase database) : MailOutboxContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqliteTenantWallTests(SqliteDatabase database) : TenantWallContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqliteTenantFenceTests(SqliteDatabase database) : TenantFenceContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqliteTenantStoreTests(SqliteDatabase database) : TenantStoreContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqliteSessionStoreTests(SqliteDatabase database) : SessionStoreContract(database), IClassFixture<SqliteDatabase>;
