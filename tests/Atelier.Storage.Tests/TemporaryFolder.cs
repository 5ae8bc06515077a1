namespace Atelier.Storage.Tests;

/// <summary>An empty folder of a test, removed with all it holds.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("atelier-test-").FullName;

    public string File(string name) => Path.Join(Root, name);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
