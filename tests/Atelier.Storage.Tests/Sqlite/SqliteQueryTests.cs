using Atelier.Storage.Tests.Contract;

namespace Atelier.Storage.Tests.Sqlite;

public sealed class SqliteQueryTests() : QueryContract(new SqliteStoreUnderTest());
