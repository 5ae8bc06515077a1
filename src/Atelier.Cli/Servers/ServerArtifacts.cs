using Atelier.Cli.Homes.Views;
using Atelier.Sdk;

namespace Atelier.Cli.Servers;

/// <summary>Bytes that a server keeps. Files for the time of the command lie in a folder of their own.</summary>
internal sealed class ServerArtifacts(ServerClient client) : IArtifactView, IDisposable
{
    private DirectoryInfo? _folder;

    /// <inheritdoc />
    public long? GetSize(string digest)
    {
        using var response = client.TryOpen(HttpMethod.Head, PathOf(digest));
        return response?.Content.Headers.ContentLength;
    }

    /// <inheritdoc />
    public string GetPlace(string digest) => $"{client.Location}{Api.Http.ApiHeaders.Base}/{PathOf(digest)}";

    /// <inheritdoc />
    public Stream? OpenRead(string digest) => client.TryOpen(HttpMethod.Get, PathOf(digest))?.Content.ReadAsStream();

    /// <inheritdoc />
    public string? GetFile(Artifact artifact)
    {
        // Its path is one of the server's machine.
        var digest = artifact.Digest;
        _folder ??= Directory.CreateTempSubdirectory("atelier-artifacts-");
        var path = Path.Join(_folder.FullName, digest[(digest.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        if (File.Exists(path))
        {
            return path;
        }

        using var content = OpenRead(digest);
        if (content is null)
        {
            return null;
        }

        using var file = File.Create(path);
        content.CopyTo(file);
        return path;
    }

    /// <inheritdoc />
    public void Dispose() => _folder?.Delete(recursive: true);

    private static string PathOf(string digest) => $"artifacts/{digest}";
}
