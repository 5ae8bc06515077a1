using Atelier.Engine.Stores;
using Atelier.Engine.Stores.Memory;
using Atelier.Storage.Tests.Contract;

namespace Atelier.Storage.Tests.Memory;

public sealed class MemoryStoreUnderTest : StoreUnderTest
{
    private readonly MemoryHome _home = new();

    public override IRunQueries OpenQueries() => new MemoryRunQueries(_home);

    protected override IRunStore Open() => new MemoryRunStore(TimeProvider.System, _home);
}
