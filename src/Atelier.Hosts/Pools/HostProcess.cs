using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Atelier.Hosts.Processes;

namespace Atelier.Hosts.Pools;

/// <summary>One live host: a child with a socket. Once it has ended it stays ended; <see cref="HostLane"/> starts the next.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly ChildProcess _child;
    private readonly HostFolder _folder;
    private readonly HttpClient _client;
    private readonly OutputTail _tail;

    private HostProcess(ChildProcess child, HostFolder folder, OutputTail tail, int slots)
    {
        _child = child;
        _folder = folder;
        _tail = tail;
        _client = Connect(folder.Socket, slots);
        Ended = EndAsync();
    }

    /// <summary>Completes when the process, and all it started, is gone.</summary>
    public Task Ended { get; }

    /// <summary>The process id.</summary>
    public int Id => _child.Id;

    /// <summary>True once it was killed for not answering: the other requests in it are innocent.</summary>
    public bool WasHanging { get; private set; }

    /// <summary>The last lines it wrote to standard error.</summary>
    public string ErrorTail => _tail.ToString();

    /// <summary>Starts a host and waits for its greeting. The sentence says why there is none.</summary>
    public static async Task<(HostProcess? Host, string? Problem)> StartAsync(HostOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (options.Preflight?.Invoke() is { } missing)
        {
            return (null, missing);
        }

        if (HostFolder.TryCreate(options.RuntimeFolder, out var obstacle) is not { } folder)
        {
            return (null, obstacle);
        }

        var tail = new OutputTail();
        var firstLine = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new ChildProcessOptions
        {
            Command = [.. options.Command, "--socket", folder.Socket, "--slots", options.Slots.ToString()],
            Environment = options.Environment,
            HoldStandardInput = true,
            OnStandardOutput = line => firstLine.TrySetResult(line),
            OnStandardError = tail.Add,
        };
        if (!ChildProcess.TryStart(start, out var child, out var problem))
        {
            folder.Dispose();
            return (null, problem);
        }

        var silence = Task.Delay(options.StartTimeout, time, cancellationToken);
        var first = await Task.WhenAny(firstLine.Task, child.Exited, silence).ConfigureAwait(false);
        problem = first == firstLine.Task ? HostGreeting.TryParse(await firstLine.Task.ConfigureAwait(false), out _)
            : first == silence ? $"it did not greet within {options.StartTimeout.TotalSeconds:0.#} s"
            : $"it ended with code {(await child.Exited.ConfigureAwait(false)).Code} before it greeted";
        if (problem is null)
        {
            return (new HostProcess(child, folder, tail, options.Slots), null);
        }

        await child.DisposeAsync().ConfigureAwait(false);
        folder.Dispose();
        cancellationToken.ThrowIfCancellationRequested();
        var said = tail.ToString();
        return (null, said.Length == 0 ? problem : $"{problem}; it said: {said}");
    }

    /// <summary>Sends one request. Throws <see cref="HttpRequestException"/> or <see cref="IOException"/> when the host dies meanwhile.</summary>
    public async Task<HostAnswer> PostAsync(string operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = Json;
        using var response = await _client.PostAsync(new Uri($"/v1/{operation}", UriKind.Relative), content, cancellationToken).ConfigureAwait(false);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        return response.StatusCode == HttpStatusCode.OK ? new HostAnswer.Done(answer) : ReadRefusal(answer);
    }

    /// <summary>Kills it at once.</summary>
    /// <param name="hanging">True when one of its requests passed its time.</param>
    public void Kill(bool hanging)
    {
        WasHanging |= hanging;
        _child.Kill();
    }

    public async ValueTask DisposeAsync()
    {
        await _child.DisposeAsync().ConfigureAwait(false);
        await Ended.ConfigureAwait(false);
    }

    private static HostAnswer ReadRefusal(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var error = json.RootElement.GetProperty("error");
            return new HostAnswer.Refused(error.GetProperty("code").GetString()!, error.GetProperty("message").GetString()!, error.GetProperty("detail").GetString());
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new HostAnswer.Refused("internal", "the host gave an answer that is not of the protocol", null);
        }
    }

    private static HttpClient Connect(string socket, int slots)
    {
        var endpoint = new UnixDomainSocketEndPoint(socket);
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            MaxConnectionsPerServer = slots,
            ConnectCallback = async (_, cancellationToken) =>
            {
                var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await connection.ConnectAsync(endpoint, cancellationToken).ConfigureAwait(false);
                    return new NetworkStream(connection, ownsSocket: true);
                }
                catch
                {
                    connection.Dispose();
                    throw;
                }
            },
        };
        return new HttpClient(handler) { BaseAddress = new Uri("http://host/"), Timeout = Timeout.InfiniteTimeSpan };
    }

    private async Task EndAsync()
    {
        await _child.Exited.ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
        _client.Dispose();
        _folder.Dispose();
    }
}
