using System.Net.Sockets;
using System.Text.Json;

namespace Atelier.Hosting.Owners;

/// <summary>A connection to the process that owns a home. One question at a time.</summary>
internal sealed class OwnerConnection : IDisposable
{
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly StreamReader _reader;
    private readonly SemaphoreSlim _gate = new(1, 1);

    private OwnerConnection(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket, ownsSocket: true);
        _reader = new StreamReader(_stream);
    }

    /// <summary>Null: nobody listens there.</summary>
    public static async Task<OwnerConnection?> TryConnectAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            using var shorter = new ShortSocketPath(path);
            await socket.ConnectAsync(shorter.EndPoint, cancellationToken).ConfigureAwait(false);
            return new OwnerConnection(socket);
        }
        catch (SocketException)
        {
            // A killed owner leaves its socket file behind.
            socket.Dispose();
            return null;
        }
    }

    /// <summary>Asks and waits for the answer.</summary>
    /// <exception cref="OwnerLostException">The owner went away.</exception>
    public async Task<OwnerReply> AskAsync(OwnerRequest request, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(request, OwnerJson.Default.OwnerRequest), (byte)'\n'];
            await _stream.WriteAsync(line, cancellationToken).ConfigureAwait(false);
            var answer = await _reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) ?? throw new OwnerLostException("the process that owns the home ended");
            return JsonSerializer.Deserialize(answer, OwnerJson.Default.OwnerReply)!;
        }
        catch (Exception exception) when (exception is IOException or SocketException && exception is not OwnerLostException)
        {
            throw new OwnerLostException("the process that owns the home ended", exception);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
        _socket.Dispose();
        _gate.Dispose();
    }
}
