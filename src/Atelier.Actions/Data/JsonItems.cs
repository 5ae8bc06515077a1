using System.Text.Json;

namespace Atelier.Actions.Data;

/// <summary>
/// Reads the elements of one array (or the members of one object) inside a JSON file, one at a time: the file may be larger than memory,
/// and reading goes on at any element's offset.
/// </summary>
internal sealed class JsonItems(Stream stream, long offset) : IAsyncDisposable
{
    private const int MaxElement = 64 << 20;

    private byte[] _buffer = new byte[128 * 1024];
    private int _start;
    private int _end;

    /// <summary>The byte behind what was read.</summary>
    public long Offset { get; private set; } = offset;

    /// <summary>Goes to the list at a pointer's place. True: an array; false: an object. Throws when there is neither.</summary>
    public async ValueTask<bool> EnterAsync(IReadOnlyList<string> pointer, CancellationToken cancellationToken)
    {
        if (await PeekAsync(cancellationToken).ConfigureAwait(false) == 0xEF)
        {
            Advance(3);
        }

        for (var depth = 0; ; depth++)
        {
            var opening = await PeekAsync(cancellationToken).ConfigureAwait(false);
            if (depth == pointer.Count)
            {
                if (opening is not ((byte)'[' or (byte)'{'))
                {
                    throw new DataException(ActionCodes.FieldMissing, $"at {At(pointer, depth)} is neither a list nor an object");
                }

                Advance(1);
                return opening == (byte)'[';
            }

            if (opening != (byte)'{')
            {
                throw new DataException(ActionCodes.FieldMissing, $"at {At(pointer, depth)} is no object, so it has no `{pointer[depth]}`");
            }

            Advance(1);
            while (true)
            {
                var name = await NextNameAsync(cancellationToken).ConfigureAwait(false)
                    ?? throw new DataException(ActionCodes.FieldMissing, $"at {At(pointer, depth)} is no `{pointer[depth]}`");
                if (name == pointer[depth])
                {
                    break;
                }

                _ = await ReadValueAsync(parse: false, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The next element of the array; null at its end.</summary>
    public async ValueTask<JsonElement?> NextElementAsync(CancellationToken cancellationToken)
    {
        await SkipCommaAsync(cancellationToken).ConfigureAwait(false);
        return await PeekAsync(cancellationToken).ConfigureAwait(false) == (byte)']'
            ? null
            : await ReadValueAsync(parse: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The next member of the object; null at its end.</summary>
    public async ValueTask<(string Name, JsonElement Value)?> NextMemberAsync(CancellationToken cancellationToken) =>
        await NextNameAsync(cancellationToken).ConfigureAwait(false) is { } name
            ? (name, await ReadValueAsync(parse: true, cancellationToken).ConfigureAwait(false))
            : null;

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private static string At(IReadOnlyList<string> pointer, int depth) =>
        depth == 0 ? "the top" : $"`/{string.Join('/', pointer.Take(depth))}`";

    private async ValueTask<string?> NextNameAsync(CancellationToken cancellationToken)
    {
        await SkipCommaAsync(cancellationToken).ConfigureAwait(false);
        if (await PeekAsync(cancellationToken).ConfigureAwait(false) == (byte)'}')
        {
            return null;
        }

        var name = await ReadValueAsync(parse: true, cancellationToken).ConfigureAwait(false);
        if (name.ValueKind != JsonValueKind.String || await PeekAsync(cancellationToken).ConfigureAwait(false) != (byte)':')
        {
            throw Broken();
        }

        Advance(1);
        return name.GetString();
    }

    private async ValueTask SkipCommaAsync(CancellationToken cancellationToken)
    {
        if (await PeekAsync(cancellationToken).ConfigureAwait(false) == (byte)',')
        {
            Advance(1);
        }
    }

    /// <summary>The next byte that is no white space, not consumed; throws at the end of the file.</summary>
    private async ValueTask<byte> PeekAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var blank = _buffer.AsSpan(_start, _end - _start).IndexOfAnyExcept(" \t\r\n"u8);
            Advance(blank < 0 ? _end - _start : blank);
            if (blank >= 0)
            {
                return _buffer[_start];
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<JsonElement> ReadValueAsync(bool parse, CancellationToken cancellationToken)
    {
        _ = await PeekAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            if (TryReadValue(parse, out var value))
            {
                return value;
            }

            if (_end - _start > MaxElement)
            {
                throw new DataException(ActionCodes.DataBroken, $"an element at byte {Offset} is larger than {MaxElement} bytes");
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private bool TryReadValue(bool parse, out JsonElement value)
    {
        value = default;
        try
        {
            var bytes = _buffer.AsSpan(_start, _end - _start);
            var reader = new Utf8JsonReader(bytes, isFinalBlock: false, default);
            if (!reader.Read() || !reader.TrySkip())
            {
                return false;
            }

            var length = (int)reader.BytesConsumed;
            if (parse)
            {
                value = JsonElement.Parse(bytes[..length]);
            }

            Advance(length);
            return true;
        }
        catch (JsonException)
        {
            throw Broken();
        }
    }

    private DataException Broken() => new(ActionCodes.DataBroken, $"the JSON is broken in the element that starts at byte {Offset}");

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
        _end += count;
        if (count == 0)
        {
            throw new DataException(ActionCodes.DataBroken, $"the JSON ends in the middle, at byte {Offset + _end - _start}");
        }
    }
}
