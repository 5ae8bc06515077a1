using Atelier.Engine.Artifacts;
using Atelier.Engine.Running;
using Atelier.Engine.Stores;
using Atelier.Sdk;

namespace Atelier.Hosting.Artifacts;

/// <summary>
/// Bytes of a home by digest, wherever they lie: stored ones, and files that were linked and have not changed. A home is one trust domain: who may read runs may
/// read them all.
/// </summary>
public sealed class HomeArtifacts
{
    private readonly IArtifactStore _artifacts;
    private readonly IRunStore _store;
    private readonly IRunQueries _queries;
    private readonly RunEngine _engine;
    private readonly LinkedFiles _linked;

    internal HomeArtifacts(IArtifactStore artifacts, IRunStore store, IRunQueries queries, RunEngine engine)
    {
        _artifacts = artifacts;
        _store = store;
        _queries = queries;
        _engine = engine;
        _linked = new LinkedFiles(store);
    }

    /// <summary>True for <c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
    public static bool IsDigest(string text) =>
        text.Length == 71 && text.StartsWith("sha256:", StringComparison.Ordinal) && text.AsSpan(7).IndexOfAnyExcept("0123456789abcdef") < 0;

    /// <summary>Opens bytes; null: nothing with this digest is known.</summary>
    /// <exception cref="ArtifactException">ATL3203: a linked file has changed. ATL3201: it cannot be read.</exception>
    public async ValueTask<OpenArtifact?> OpenAsync(string digest, CancellationToken cancellationToken)
    {
        if (!IsDigest(digest))
        {
            return null;
        }

        var content = _artifacts.OpenRead(digest) ?? await OpenLinkedAsync(digest, cancellationToken).ConfigureAwait(false);
        if (content is null)
        {
            return null;
        }

        var head = new byte[MediaTypes.Head];
        var length = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        content.Position = 0;
        return new OpenArtifact(content, content.Length, MediaTypes.Sniff(head.AsSpan(0, length)), MediaTypes.IsText(head.AsSpan(0, length)));
    }

    /// <summary>A file with these bytes; null: nothing with this digest is known.</summary>
    /// <exception cref="ArtifactException">ATL3203: a linked file has changed.</exception>
    public async ValueTask<string?> FindPathAsync(string digest, CancellationToken cancellationToken) =>
        IsDigest(digest) ? _artifacts.GetPath(digest) ?? await LinkedPathAsync(digest, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>Keeps what somebody sends; durable on return. What nothing refers to within a day goes with the next collection of garbage.</summary>
    public async Task<Artifact> ReceiveAsync(Stream content, string mediaType, string? name, CancellationToken cancellationToken)
    {
        var artifact = await _artifacts.WriteAsync(content, mediaType, name, cancellationToken).ConfigureAwait(false);
        return await _engine.MaintainAsync(() =>
        {
            _artifacts.Persist([artifact.Digest]);
            _store.Commit([]);
            return artifact;
        }).ConfigureAwait(false);
    }

    private async ValueTask<Stream?> OpenLinkedAsync(string digest, CancellationToken cancellationToken) =>
        await LinkedPathAsync(digest, cancellationToken).ConfigureAwait(false) is { } path
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0, FileOptions.Asynchronous)
            : null;

    private async ValueTask<string?> LinkedPathAsync(string digest, CancellationToken cancellationToken)
    {
        var files = _queries.ListFiles(digest);
        foreach (var file in files)
        {
            try
            {
                if ((await _linked.LinkAsync(file.Path, null, cancellationToken).ConfigureAwait(false)).Digest == digest)
                {
                    return file.Path;
                }
            }
            catch (ArtifactException)
            {
                // It is not there any more; another one may be.
            }
        }

        return files.Count == 0 ? null : throw new ArtifactException("ATL3203", $"file `{files[0].Path}` has changed since it was listed. Start the run again to take it in.");
    }
}
