using Atelier.Actions.Images;
using Atelier.Hosts.Media;
using Atelier.Sdk;
using Xunit;

[assembly: AssemblyFixture(typeof(Atelier.Actions.Tests.Images.MediaHost))]

namespace Atelier.Actions.Tests.Images;

/// <summary>The real media host, one for all tests; they skip with what to do when it is not built.</summary>
public sealed class MediaHost : IAsyncDisposable
{
    private readonly MediaHostOptions _options = new() { HostFolder = Path.Join(Root(), "hosts", "node") };

    public MediaHost() => Pool = new MediaHostPool(_options, TimeProvider.System);

    public MediaHostPool Pool { get; }

    /// <summary>Finds an action of the family.</summary>
    public IAction Find(string name)
    {
        SkipUnlessBuilt();
        return ImageActions.All(Pool).Single(action => action.Name == name);
    }

    /// <summary>A pool of its own, for tests that harm it.</summary>
    public MediaHostPool NewPool()
    {
        SkipUnlessBuilt();
        return new MediaHostPool(_options, TimeProvider.System);
    }

    public ValueTask DisposeAsync() => Pool.DisposeAsync();

    private void SkipUnlessBuilt()
    {
        if (MediaHostPool.Check(_options) is { } problem)
        {
            Assert.Skip(problem);
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Join(folder, "Atelier.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
