using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Atelier.Models.Tests.Catalogue;

/// <summary>A model hub on this machine with the addresses of Hugging Face. It can be gated, lie about checksums, break off and go on.</summary>
internal sealed class FakeHub : IAsyncDisposable
{
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Task _serving;

    public FakeHub()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Endpoint => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Files of <c>owner/model</c> by name; those over 100 bytes are LFS.</summary>
    public Dictionary<string, byte[]> Files { get; } = [];

    /// <summary>What it says of a file's checksum instead of the truth.</summary>
    public Dictionary<string, string> Lies { get; } = [];

    /// <summary>After so many bytes the next answer for a file breaks off, once each.</summary>
    public ConcurrentQueue<int> Breaks { get; } = new();

    /// <summary>Answered instead of anything, once each.</summary>
    public ConcurrentQueue<(int Status, string? Error)> Refusals { get; } = new();

    /// <summary>The token it wants; null: none.</summary>
    public string? Token { get; init; }

    /// <summary>Whether it ignores ranges.</summary>
    public bool WholeOnly { get; init; }

    public string CurrentCommit { get; set; } = Commit;

    /// <summary>Requests that came, <c>PATH RANGE</c>.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _serving;
        _listener.Stop();
        _ended.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_ended.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var reader = new StreamReader(stream, Encoding.ASCII);
        var path = (await reader.ReadLineAsync())?.Split(' ')[1];
        if (path is null)
        {
            return;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            headers[line[..line.IndexOf(':')]] = line[(line.IndexOf(':') + 1)..].Trim();
        }

        Asked.Enqueue($"{path} {headers.GetValueOrDefault("Range")}".TrimEnd());
        try
        {
            await RouteAsync(stream, path, headers);
        }
        catch (IOException)
        {
            // The client went away first.
        }
    }

    private Task RouteAsync(NetworkStream stream, string path, Dictionary<string, string> headers)
    {
        if (Refusals.TryDequeue(out var refusal))
        {
            return WriteAsync(stream, refusal.Status, [], refusal.Error is null ? string.Empty : $"X-Error-Code: {refusal.Error}\r\n");
        }

        if (Token is not null && headers.GetValueOrDefault("Authorization") != $"Bearer {Token}")
        {
            return WriteAsync(stream, 401, [], "X-Error-Code: GatedRepo\r\n");
        }

        if (path == "/api/models/owner/model?blobs=true")
        {
            return WriteAsync(stream, 200, Listing());
        }

        var prefix = $"/owner/model/resolve/{CurrentCommit}/";
        return path.StartsWith(prefix, StringComparison.Ordinal) && Files.TryGetValue(path[prefix.Length..], out var content)
            ? FileAsync(stream, content, headers.GetValueOrDefault("Range"))
            : WriteAsync(stream, 404, []);
    }

    private byte[] Listing() => JsonSerializer.SerializeToUtf8Bytes(new
    {
        id = "owner/model",
        sha = CurrentCommit,
        siblings = Files.Select(file => file.Value.Length > 100
            ? (object)new { rfilename = file.Key, size = file.Value.Length, blobId = "0", lfs = new { sha256 = Lies.GetValueOrDefault(file.Key) ?? Convert.ToHexStringLower(SHA256.HashData(file.Value)), size = file.Value.Length } }
            : new { rfilename = file.Key, size = file.Value.Length, blobId = Lies.GetValueOrDefault(file.Key) ?? GitHash(file.Value) }),
    });

    private static string GitHash(byte[] content) => Convert.ToHexStringLower(SHA1.HashData([.. Encoding.ASCII.GetBytes($"blob {content.Length}\0"), .. content]));

    private Task FileAsync(NetworkStream stream, byte[] content, string? range)
    {
        var from = range is null || WholeOnly ? 0 : int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
        return from >= content.Length && from > 0 ? WriteAsync(stream, 416, [])
            : from > 0 ? WriteAsync(stream, 206, content[from..], $"Content-Range: bytes {from}-{content.Length - 1}/{content.Length}\r\n", mayBreak: true)
            : WriteAsync(stream, 200, content, mayBreak: true);
    }

    private async Task WriteAsync(NetworkStream stream, int status, byte[] body, string headers = "", bool mayBreak = false)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} x\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{headers}\r\n"));
        var end = mayBreak && Breaks.TryDequeue(out var at) ? Math.Min(at, body.Length) : body.Length;
        await stream.WriteAsync(body.AsMemory(0, end));
    }
}
