using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Atelier.Hosts.Pools;
using Atelier.Hosts.Processes;
using Atelier.Sdk;

namespace Atelier.Hosts.Media;

/// <summary>The media host's operations, typed. Pictures go by path; see <c>docs/specs/host-protocol.md</c>. Starts Node at the first picture.</summary>
public sealed class MediaHostPool : IAsyncDisposable
{
    private const string BuildHint = "run `npm ci` and `npm run build` in that folder";

    private readonly HostPool _pool;
    private readonly long _maxPixels;
    private readonly TimeSpan _callTimeout;

    /// <summary>Makes a pool; nothing starts yet.</summary>
    public MediaHostPool(MediaHostOptions options, TimeProvider time)
    {
        _maxPixels = options.MaxPixels;
        _callTimeout = options.CallTimeout;
        var node = options.NodePath ?? Environment.GetEnvironmentVariable("ATELIER_NODE") ?? "node";
        var main = Path.Join(options.HostFolder, "dist", "main.js");
        _pool = new HostPool(
            new HostOptions
            {
                Name = "media",
                Command = [node, main],
                // Node's own thread pool must hold a thread for each picture at work, and some for files.
                Environment = new Dictionary<string, string?> { ["UV_THREADPOOL_SIZE"] = (options.Slots + 2).ToString() },
                Preflight = () => Check(node, options.HostFolder, main),
                Processes = options.Processes,
                Slots = options.Slots,
                CallTimeout = options.CallTimeout,
                StartTimeout = options.StartTimeout,
                RuntimeFolder = options.RuntimeFolder,
            },
            time);
    }

    /// <summary>The ids of the processes that live now.</summary>
    public IReadOnlyList<int> ProcessIds => _pool.ProcessIds;

    /// <summary>What failures call it: <c>host:media</c>.</summary>
    public string Endpoint => _pool.Endpoint;

    /// <summary>A sentence that says why the host cannot run and what to do; null when nothing speaks against it.</summary>
    public static string? Check(MediaHostOptions options) =>
        Check(options.NodePath ?? Environment.GetEnvironmentVariable("ATELIER_NODE") ?? "node", options.HostFolder, Path.Join(options.HostFolder, "dist", "main.js"));

    /// <summary>Reads a picture's header.</summary>
    public ValueTask<MediaResult<PictureInfo>> InfoAsync(InfoRequest request, CancellationToken cancellationToken) =>
        CallAsync("info", request with { MaxPixels = _maxPixels }, MediaJson.Default.InfoRequest, MediaJson.Default.PictureInfo, cancellationToken);

    /// <summary>Decodes small for analysis.</summary>
    public ValueTask<MediaResult<PicturePixels>> PixelsAsync(PixelsRequest request, CancellationToken cancellationToken) =>
        CallAsync("pixels", request with { MaxPixels = _maxPixels }, MediaJson.Default.PixelsRequest, MediaJson.Default.PicturePixels, cancellationToken);

    /// <summary>Makes one picture out of another.</summary>
    public ValueTask<MediaResult<RenderedPicture>> RenderAsync(RenderRequest request, CancellationToken cancellationToken) =>
        CallAsync("render", request with { MaxPixels = _maxPixels }, MediaJson.Default.RenderRequest, MediaJson.Default.RenderedPicture, cancellationToken);

    /// <summary>Puts pictures into a grid.</summary>
    public ValueTask<MediaResult<RenderedSheet>> ContactSheetAsync(ContactSheetRequest request, CancellationToken cancellationToken) =>
        CallAsync("contact_sheet", request with { MaxPixels = _maxPixels }, MediaJson.Default.ContactSheetRequest, MediaJson.Default.RenderedSheet, cancellationToken, pictures: request.Cells.Count);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private static string? Check(string node, string folder, string main)
    {
        if (ChildLauncher.FindProgram(node, Environment.GetEnvironmentVariable("PATH"), null) is null)
        {
            return $"there is no program `{node}`: install Node 20.9 or newer, or set ATELIER_NODE to its path";
        }

        return !File.Exists(main) ? $"`{main}` does not exist: {BuildHint}"
            : !Directory.Exists(Path.Join(folder, "node_modules", "sharp")) ? $"`{folder}` has no node_modules/sharp: {BuildHint}"
            : null;
    }

    private async ValueTask<MediaResult<TAnswer>> CallAsync<TRequest, TAnswer>(
        string operation,
        TRequest request,
        JsonTypeInfo<TRequest> requestType,
        JsonTypeInfo<TAnswer> answerType,
        CancellationToken cancellationToken,
        int pictures = 1)
    {
        // Most pictures take a fraction of the time that one may; a sheet of many may take that of a few.
        var timeout = _callTimeout * (1 + (pictures / 50));
        var body = JsonSerializer.SerializeToUtf8Bytes(request, requestType);
        return await _pool.CallAsync(operation, body, timeout, cancellationToken).ConfigureAwait(false) switch
        {
            HostAnswer.Done done => new MediaResult<TAnswer>(JsonSerializer.Deserialize(done.Body.Span, answerType)!, null),
            HostAnswer.Refused refused => new MediaResult<TAnswer>(default, MediaFailures.From(refused)),
            HostAnswer.NoAnswer none => new MediaResult<TAnswer>(default, none.Failure),
            _ => throw new InvalidOperationException("HostAnswer is closed"),
        };
    }
}
