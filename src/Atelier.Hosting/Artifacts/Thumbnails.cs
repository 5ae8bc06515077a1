using System.Collections.Concurrent;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Hosting.Artifacts;

/// <summary>
/// Small WebP pictures of pictures, made once and kept in the home's cache folder up to a bound. Requests for the same one at the same time make it once; one
/// that cannot be made is remembered, so that a page of broken pictures does not ask the host again and again.
/// </summary>
public sealed class Thumbnails
{
    /// <summary>Longest edges that there are.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [64, 128, 256, 512, 1024];

    private const int Quality = 78;
    private const int MostRefused = 10_000;
    private readonly ConcurrentDictionary<(string Digest, int Size), Task<Thumbnail>> _making = new();
    private readonly ConcurrentDictionary<string, StepFailure> _refused = new(StringComparer.Ordinal);
    private readonly ThumbnailFolder _folder;
    private readonly Func<string, string, int, CancellationToken, ValueTask<StepFailure?>> _render;

    /// <param name="folder">Where they are kept; created when first needed.</param>
    /// <param name="mostBytes">Bytes that they take at most.</param>
    /// <param name="render">Makes one: from a file, to a file, longest edge. Null: it did.</param>
    /// <param name="time">The clock.</param>
    internal Thumbnails(string folder, long mostBytes, Func<string, string, int, CancellationToken, ValueTask<StepFailure?>> render, TimeProvider time)
    {
        _folder = new ThumbnailFolder(folder, mostBytes, time);
        _render = render;
    }

    /// <summary>Thumbnails made by the media host.</summary>
    internal static Thumbnails Of(string folder, long mostBytes, MediaHostPool media, TimeProvider time) => new(
        folder,
        mostBytes,
        async (input, output, size, cancellationToken) =>
        {
            var request = new RenderRequest(input, output, "webp") { Quality = Quality, Resize = new ResizeTo(size, size, "inside", "center", Enlarge: false) };
            return (await media.RenderAsync(request, cancellationToken).ConfigureAwait(false)).Failure;
        },
        time);

    /// <summary>A thumbnail.</summary>
    /// <param name="digest">Digest of the picture.</param>
    /// <param name="size">One of <see cref="Sizes"/>.</param>
    /// <param name="findPicture">Finds a file with the picture, when it must be made; null: there is none.</param>
    /// <param name="cancellationToken">Gives up waiting; what is being made is made for others.</param>
    public async Task<Thumbnail> GetAsync(string digest, int size, Func<CancellationToken, ValueTask<string?>> findPicture, CancellationToken cancellationToken)
    {
        if (_folder.Find(digest, size) is { } kept)
        {
            return new Thumbnail(kept, null);
        }

        if (_refused.TryGetValue(digest, out var failure))
        {
            return new Thumbnail(null, failure);
        }

        var making = _making.GetOrAdd((digest, size), key => Task.Run(() => MakeAsync(key.Digest, key.Size, findPicture), CancellationToken.None));
        return await making.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<Thumbnail> MakeAsync(string digest, int size, Func<CancellationToken, ValueTask<string?>> findPicture)
    {
        try
        {
            if (await findPicture(CancellationToken.None).ConfigureAwait(false) is not { } picture)
            {
                return new Thumbnail(null, null);
            }

            var incoming = _folder.NewIncoming();
            try
            {
                if (await _render(picture, incoming, size, CancellationToken.None).ConfigureAwait(false) is { } failure)
                {
                    Remember(digest, failure);
                    return new Thumbnail(null, failure);
                }

                return new Thumbnail(_folder.Place(incoming, digest, size), null);
            }
            finally
            {
                File.Delete(incoming);
            }
        }
        finally
        {
            _making.TryRemove((digest, size), out _);
        }
    }

    // The same bytes stay broken; a host that is down comes back.
    private void Remember(string digest, StepFailure failure)
    {
        if (failure.Kind == FailureKind.Permanent)
        {
            if (_refused.Count >= MostRefused)
            {
                _refused.Clear();
            }

            _refused[digest] = failure;
        }
    }
}

/// <summary>A thumbnail, or why there is none.</summary>
/// <param name="Path">Its file; null: there is none.</param>
/// <param name="Failure">Why; null with no path: the picture is not there.</param>
public sealed record Thumbnail(string? Path, StepFailure? Failure);
