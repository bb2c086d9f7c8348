using Headshots.Persistence.Tests.Databases;

namespace Headshots.Persistence.Tests.Providers.Sqlite;

public sealed class SqliteRoundTripTests(SqliteDatabase database) : RoundTripContract(database), IClassFixture<SqliteDatabase>;
