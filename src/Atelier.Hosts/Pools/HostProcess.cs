using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
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

    private HostProcess(ChildProcess child, HostFolder folder, OutputTail tail, int slots, string greeting)
    {
        Greeting = greeting;
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

    /// <summary>Its first line.</summary>
    public string Greeting { get; }

    /// <summary>True once it was killed for not answering: the other requests in it are innocent.</summary>
    public bool WasHanging { get; private set; }

    /// <summary>The last lines it wrote to standard error.</summary>
    public string ErrorTail => _tail.ToString();

    /// <summary>Starts a host and waits for its greeting.</summary>
    public static async Task<(HostProcess? Host, HostTrouble? Trouble)> StartAsync(HostOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (options.Preflight?.Invoke() is { } missing)
        {
            return (null, new HostTrouble(missing, null));
        }

        if (HostFolder.TryCreate(options.RuntimeFolder, out var obstacle) is not { } folder)
        {
            return (null, new HostTrouble(obstacle!, null));
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
            return (null, new HostTrouble(problem, null));
        }

        try
        {
            var trouble = await GreetAsync(child, firstLine.Task, tail, options.StartTimeout, time, cancellationToken).ConfigureAwait(false);
            if (trouble is null)
            {
                return (new HostProcess(child, folder, tail, options.Slots, await firstLine.Task.ConfigureAwait(false)), null);
            }

            await child.DisposeAsync().ConfigureAwait(false);
            folder.Dispose();
            return (null, trouble);
        }
        catch (OperationCanceledException)
        {
            await child.DisposeAsync().ConfigureAwait(false);
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Sends one request. Throws <see cref="HttpRequestException"/> or <see cref="IOException"/> when the host dies meanwhile.</summary>
    /// <param name="operation">What to do.</param>
    /// <param name="body">A JSON object.</param>
    /// <param name="onLine">Takes each line of an answer in lines but the last, which is the answer; null: the answer is one object.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<HostAnswer> PostAsync(string operation, ReadOnlyMemory<byte> body, Action<string>? onLine, CancellationToken cancellationToken)
    {
        using var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = Json;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/v1/{operation}", UriKind.Relative)) { Content = content };
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.OK && onLine is not null)
        {
            return await ReadLinesAsync(response, onLine, cancellationToken).ConfigureAwait(false);
        }

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

    private static async Task<HostAnswer> ReadLinesAsync(HttpResponseMessage response, Action<string> onLine, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var reader = new StreamReader(stream);
        string? last = null;
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            if (last is not null)
            {
                onLine(last);
            }

            last = line.Length > 0 ? line : null;
        }

        var answer = Encoding.UTF8.GetBytes(last ?? string.Empty);
        return last is not null && last.StartsWith("{\"error\"", StringComparison.Ordinal) ? ReadRefusal(answer) : new HostAnswer.Done(answer);
    }

    private static async Task<HostTrouble?> GreetAsync(
        ChildProcess child,
        Task<string> firstLine,
        OutputTail tail,
        TimeSpan patience,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        var silence = Task.Delay(patience, time, cancellationToken);
        await Task.WhenAny(firstLine, child.Exited, silence).ConfigureAwait(false);
        string? problem;
        // A host that says why it cannot serve may be gone by now: what it said counts first.
        if (firstLine.IsCompleted)
        {
            problem = HostGreeting.TryParse(await firstLine.ConfigureAwait(false), out var greeting);
            if (problem is null)
            {
                return greeting!.Error is { } refusal ? new HostTrouble(refusal.Message, new HostAnswer.Refused(refusal.Code, refusal.Message, refusal.Detail)) : null;
            }
        }
        else
        {
            cancellationToken.ThrowIfCancellationRequested();
            problem = silence.IsCompleted
                ? $"it did not greet within {patience.TotalSeconds:0.#} s"
                : $"it ended with code {(await child.Exited.ConfigureAwait(false)).Code} before it greeted";
        }

        await child.DisposeAsync().ConfigureAwait(false);
        var said = tail.ToString();
        return new HostTrouble(said.Length == 0 ? problem! : $"{problem}; it said: {said}", null);
    }

    private static HostAnswer ReadRefusal(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var error = json.RootElement.GetProperty("error");
            return new HostAnswer.Refused(error.GetProperty("code").GetString()!, error.GetProperty("message").GetString()!, error.TryGetProperty("detail", out var detail) ? detail.GetString() : null);
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
