using Headshots.Persistence.Tests.Credits;
using Headshots.Persistence.Tests.Databases;
using Headshots.Persistence.Tests.People;
using Headshots.Persistence.Tests.Rendering;

namespace Headshots.Persistence.Tests.Providers.Sqlite;

public sealed class SqliteRoundTripTests(SqliteDatabase database) : RoundTripContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqlitePersonStoreTests(SqliteDatabase database) : PersonStoreContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqlitePersonPagingTests(SqliteDatabase database) : PersonPagingContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqliteCreditLedgerTests(SqliteDatabase database) : CreditLedgerContract(database), IClassFixture<SqliteDatabase>;

public sealed class SqliteRenderJobStoreTests(SqliteDatabase database) : RenderJobStoreContract(database), IClassFixture<SqliteDatabase>;
