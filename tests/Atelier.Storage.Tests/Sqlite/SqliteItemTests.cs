using Atelier.Storage.Tests.Contract;

namespace Atelier.Storage.Tests.Sqlite;

public sealed class SqliteItemTests() : ItemContract(new SqliteStoreUnderTest());
