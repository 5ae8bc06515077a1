using System.Net.Sockets;
using System.Text.Json;

namespace Atelier.Hosting.Owners;

/// <summary>Listens on the home's socket, which only its user may open, and answers what other commands ask.</summary>
internal sealed class OwnerListener : IAsyncDisposable
{
    private readonly string _path;
    private readonly OwnerDesk _desk;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ending = new();
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Task _accepting;
    private int _connections;
    private long _lastSeen;

    public OwnerListener(string path, OwnerDesk desk, TimeProvider time)
    {
        _path = path;
        _desk = desk;
        _time = time;
        _lastSeen = time.GetTimestamp();

        // Whoever holds the home's lock owns the name: what lies there was left by a killed owner.
        File.Delete(path);
        using var shorter = new ShortSocketPath(path);
        _socket.Bind(shorter.EndPoint);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        _socket.Listen(64);
        _accepting = AcceptAsync();
    }

    /// <summary>Commands connected now.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>How long nobody has been connected; zero while somebody is.</summary>
    public TimeSpan Alone => Connections > 0 ? TimeSpan.Zero : _time.GetElapsedTime(Volatile.Read(ref _lastSeen));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        File.Delete(_path);
        _socket.Dispose();
        await _accepting.ConfigureAwait(false);
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                var socket = await _socket.AcceptAsync(_ending.Token).ConfigureAwait(false);
                Interlocked.Increment(ref _connections);
                _ = Task.Run(() => ServeAsync(socket));
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // A command that went away between connecting and being accepted.
            }
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            var stream = new NetworkStream(socket, ownsSocket: true);
            await using (stream.ConfigureAwait(false))
            {
                using var reader = new StreamReader(stream, leaveOpen: true);
                while (await reader.ReadLineAsync(_ending.Token).ConfigureAwait(false) is { } line)
                {
                    var reply = await AnswerAsync(line).ConfigureAwait(false);
                    byte[] answer = [.. JsonSerializer.SerializeToUtf8Bytes(reply with { Owner = Environment.ProcessId }, OwnerJson.Default.OwnerReply), (byte)'\n'];
                    await stream.WriteAsync(answer, _ending.Token).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The command ended, or this owner does.
        }
        finally
        {
            Volatile.Write(ref _lastSeen, _time.GetTimestamp());
            Interlocked.Decrement(ref _connections);
        }
    }

    private async Task<OwnerReply> AnswerAsync(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, OwnerJson.Default.OwnerRequest) is { } request
                ? await _desk.AnswerAsync(request, _ending.Token).ConfigureAwait(false)
                : OwnerReply.Refused(HostingCodes.UnknownRequest, "an empty request");
        }
        catch (JsonException exception)
        {
            return OwnerReply.Refused(HostingCodes.UnknownRequest, $"the owner of the home does not understand this command ({exception.Message}); it may be another version of Atelier");
        }
    }
}
