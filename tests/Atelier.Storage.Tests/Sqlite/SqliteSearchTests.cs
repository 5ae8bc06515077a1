using Atelier.Storage.Tests.Contract;

namespace Atelier.Storage.Tests.Sqlite;

public sealed class SqliteSearchTests() : SearchContract(new SqliteStoreUnderTest());
