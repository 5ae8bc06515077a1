using Atelier.Engine.Stores;
using Atelier.Storage.Sqlite;
using Atelier.Storage.Tests.Contract;

namespace Atelier.Storage.Tests.Sqlite;

public sealed class SqliteStoreUnderTest : StoreUnderTest
{
    private readonly TemporaryFolder _folder = new();

    public string File => _folder.File("atelier.db");

    public override IRunQueries OpenQueries() => new SqliteRunQueries(File);

    public override void Dispose()
    {
        base.Dispose();
        _folder.Dispose();
    }

    protected override IRunStore Open() => new SqliteRunStore(File, TimeProvider.System);
}
