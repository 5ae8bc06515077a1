using System.Text;

namespace Atelier.Actions.Data;

/// <summary>
/// Reads CSV records (RFC 4180) from bytes and knows at which byte and line each ends, so that reading can go on there. A quote inside a cell
/// that does not begin with one is a character like others; blank lines are passed over.
/// </summary>
internal sealed class CsvRecords(Stream stream, long offset, string delimiter, Encoding encoding) : IAsyncDisposable
{
    /// <summary>The longest record: 16 MiB. What is longer has an open quote.</summary>
    private const int MaxRecord = 16 << 20;

    private readonly byte[] _delimiter = encoding.GetBytes(delimiter);
    private readonly List<string> _cells = [];
    private readonly MemoryStream _cell = new();
    private byte[] _buffer = new byte[256 * 1024];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>The byte behind the last record.</summary>
    public long Offset { get; private set; } = offset;

    /// <summary>Lines passed, those inside quotes too.</summary>
    public long Lines { get; private set; }

    /// <summary>
    /// The next record's cells; null at the end. Throws a <see cref="DataException"/> for an open quote, and for text behind a closing one; reading
    /// may go on after the latter. Throws a <see cref="DecoderFallbackException"/> for bytes that do not fit the encoding.
    /// </summary>
    public async ValueTask<IReadOnlyList<string>?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTake(out var record, out var length, out var mistake))
            {
                var blank = record is [""] && _buffer[_start] != '"';
                Lines += _buffer.AsSpan(_start, length).Count((byte)'\n');
                Advance(length);
                if (mistake is not null)
                {
                    throw new DataException(ActionCodes.DataBroken, mistake);
                }

                if (length == 0 || !blank)
                {
                    return length == 0 ? null : record;
                }
            }
            else if (_end - _start > MaxRecord)
            {
                throw new DataException(ActionCodes.DataBroken, $"a record that begins in line {Lines + 1} is longer than {MaxRecord} bytes: a quote in it may never be closed");
            }
            else
            {
                await FillAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>At the file's begin: passes over a byte order mark.</summary>
    public async ValueTask SkipMarkAsync(CancellationToken cancellationToken)
    {
        while (_end - _start < 3 && !_ended)
        {
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_buffer.AsSpan(_start, _end - _start).StartsWith("\uFEFF"u8))
        {
            Advance(3);
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    // False: the record's end is not in the buffer. A length of zero: the file's end.
    private bool TryTake(out IReadOnlyList<string>? record, out int length, out string? mistake)
    {
        var bytes = _buffer.AsSpan(_start, _end - _start);
        _cells.Clear();
        record = null;
        mistake = null;
        length = 0;
        if (bytes.IsEmpty)
        {
            return _ended;
        }

        var at = 0;
        while (true)
        {
            if (!TryTakeCell(bytes, ref at, ref mistake))
            {
                return false;
            }

            if (bytes[at..].StartsWith(_delimiter))
            {
                at += _delimiter.Length;
                continue;
            }

            // A line end, or the end of the file.
            length = at == bytes.Length ? at : at + (bytes[at] == '\r' ? 2 : 1);
            record = [.. _cells];
            return true;
        }
    }

    // Leaves `at` on the delimiter, the line end or the end of the file.
    private bool TryTakeCell(ReadOnlySpan<byte> bytes, ref int at, ref string? mistake)
    {
        if (at < bytes.Length && bytes[at] == '"')
        {
            return TryTakeQuoted(bytes, ref at, ref mistake);
        }

        if (!TryFindEnd(bytes, at, out var end))
        {
            return false;
        }

        _cells.Add(encoding.GetString(bytes[at..end]));
        at = end;
        return true;
    }

    private bool TryTakeQuoted(ReadOnlySpan<byte> bytes, ref int at, ref string? mistake)
    {
        _cell.SetLength(0);
        var from = at + 1;
        while (true)
        {
            var quote = bytes[from..].IndexOf((byte)'"');
            if (quote < 0)
            {
                return _ended
                    ? throw new DataException(ActionCodes.DataBroken, $"a quote that is opened in the record of line {Lines + 1} is never closed")
                    : false;
            }

            _cell.Write(bytes.Slice(from, quote));
            from += quote + 1;
            if (from == bytes.Length && !_ended)
            {
                return false;
            }

            if (from == bytes.Length || bytes[from] != '"')
            {
                break;
            }

            _cell.WriteByte((byte)'"');
            from++;
        }

        if (!TryFindEnd(bytes, from, out var end))
        {
            return false;
        }

        if (end != from)
        {
            mistake ??= $"the record of line {Lines + 1} has text behind a closing quote; a quote inside quotes is written twice";
        }

        _cells.Add(encoding.GetString(_cell.GetBuffer(), 0, (int)_cell.Length));
        at = end;
        return true;
    }

    private bool TryFindEnd(ReadOnlySpan<byte> bytes, int from, out int end)
    {
        for (end = from; ; end++)
        {
            var next = bytes[end..].IndexOfAny(_delimiter[0], (byte)'\n', (byte)'\r');
            end = next < 0 ? bytes.Length : end + next;
            var rest = bytes[end..];

            // Near the buffer's end it cannot be told yet what follows.
            if (rest.Length < Math.Max(2, _delimiter.Length) && !_ended && rest is not [(byte)'\n', ..])
            {
                return false;
            }

            if (rest.IsEmpty || rest.StartsWith(_delimiter) || rest[0] == '\n' || rest.StartsWith("\r\n"u8))
            {
                return true;
            }
        }
    }

    private void Advance(int count)
    {
        _start += count;
        Offset += count;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_end > _buffer.Length / 2)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _ended = count == 0;
        _end += count;
    }
}
