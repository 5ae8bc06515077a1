using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Atelier.Actions.Tests.Http;

/// <summary>A server on a raw socket, so that it can answer what no well-behaved server would.</summary>
internal sealed class StubServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<StubRequest, StubAnswer> _answer;
    private readonly Task _loop;

    /// <param name="answer">What it answers.</param>
    /// <param name="port">0: any that is free.</param>
    public StubServer(Func<StubRequest, StubAnswer> answer, int port = 0)
    {
        _answer = answer;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _loop = AcceptAsync();
    }

    public ConcurrentQueue<StubRequest> Requests { get; } = [];

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Url => $"http://127.0.0.1:{Port}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
            catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var request = await ReadAsync(stream);
                Requests.Enqueue(request);
                var answer = _answer(request);
                await stream.WriteAsync(answer.Bytes, _stop.Token);
                if (answer.Stall)
                {
                    // Says no more until the client has hung up.
                    await stream.CopyToAsync(Stream.Null, _stop.Token);
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task<StubRequest> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[8192];
        var head = -1;
        var length = 0;
        while (head < 0 || bytes.Count < head + length)
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            if (count == 0)
            {
                throw new IOException("the request ended early");
            }

            bytes.AddRange(buffer.AsSpan(0, count));
            if (head < 0 && Encoding.Latin1.GetString([.. bytes]).IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var end)
            {
                head = end + 4;
                var line = Encoding.Latin1.GetString([.. bytes[..head]]).Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
                length = line is null ? 0 : int.Parse(line.Split(':')[1]);
            }
        }

        return new StubRequest(Encoding.Latin1.GetString([.. bytes[..head]]), Encoding.UTF8.GetString([.. bytes[head..]]));
    }
}

internal sealed record StubRequest(string Head, string Body)
{
    public string Target => Head.Split(' ')[1];
}

internal sealed record StubAnswer(byte[] Bytes, bool Stall = false)
{
    public static StubAnswer Of(string status, string headers, string body) => Of(status, headers, Encoding.UTF8.GetBytes(body));

    public static StubAnswer Of(string status, string headers, byte[] body) =>
        Raw($"HTTP/1.1 {status}\r\n{headers}{(headers.Length > 0 ? "\r\n" : "")}Content-Length: {body.Length}\r\nConnection: close\r\n\r\n", body);

    public static StubAnswer Json(string body) => Of("200 OK", "Content-Type: application/json", body);

    public static StubAnswer Raw(string head, byte[]? body = null, bool stall = false) => new([.. Encoding.Latin1.GetBytes(head), .. body ?? []], stall);
}
