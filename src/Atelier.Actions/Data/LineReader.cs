namespace Atelier.Actions.Data;

/// <summary>Reads lines as bytes and knows where each ends. Holds one line at a time.</summary>
internal sealed class LineReader(Stream stream, long offset) : IAsyncDisposable
{
    /// <summary>The longest line: 16 MiB.</summary>
    public const int MaxLine = 16 << 20;

    private byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The byte behind the last line that was returned.</summary>
    public long Offset { get; private set; } = offset;

    /// <summary>The next line without its end; null at the end of the file. Valid until the next call. Throws <see cref="DataException"/> for a line that is too long.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            var newline = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                return Take(searched + newline, 1);
            }

            searched = _end - _start;
            if (_ended)
            {
                // The cast matters: a bare null would become empty memory, by way of a null array.
                return searched == 0 ? (ReadOnlyMemory<byte>?)null : Take(searched, 0);
            }

            if (searched > MaxLine)
            {
                throw new DataException(ActionCodes.DataBroken, $"a line is longer than {MaxLine} bytes");
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private ReadOnlyMemory<byte> Take(int length, int newline)
    {
        var line = _buffer.AsMemory(_start, length);
        _start += length + newline;
        Offset += length + newline;
        return line.Span is [.., (byte)'\r'] ? line[..^1] : line;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _ended = count == 0;
        _end += count;
    }
}
