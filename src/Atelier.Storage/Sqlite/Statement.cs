using System.Buffers;
using System.Text;
using SQLitePCL;

namespace Atelier.Storage.Sqlite;

/// <summary>A prepared statement. Parameters count from 1, columns from 0. Text travels as UTF-8 of any content, NUL included.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    public Statement Bind(int index, long value)
    {
        _ = raw.sqlite3_bind_int64(handle, index, value);
        return this;
    }

    public Statement Bind(int index, long? value) => value is { } number ? Bind(index, number) : BindNull(index);

    public Statement Bind(int index, ReadOnlySpan<byte> value)
    {
        _ = raw.sqlite3_bind_blob(handle, index, value);
        return this;
    }

    public Statement Bind(int index, byte[]? value) => value is null ? BindNull(index) : Bind(index, value.AsSpan());

    public Statement Bind(int index, string? text)
    {
        if (text is null)
        {
            return BindNull(index);
        }

        if (text.Length == 0)
        {
            // An empty span has no address, which SQLite takes for NULL.
            _ = raw.sqlite3_bind_text(handle, index, string.Empty);
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (most <= 1024)
        {
            Span<byte> buffer = stackalloc byte[most];
            _ = raw.sqlite3_bind_text(handle, index, buffer[..Encoding.UTF8.GetBytes(text, buffer)]);
            return this;
        }

        var rented = ArrayPool<byte>.Shared.Rent(most);
        _ = raw.sqlite3_bind_text(handle, index, rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        ArrayPool<byte>.Shared.Return(rented);
        return this;
    }

    public Statement BindNull(int index)
    {
        _ = raw.sqlite3_bind_null(handle, index);
        return this;
    }

    /// <summary>Goes to the next row; false: there is none, and the statement is ready for the next use.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        if (code == raw.SQLITE_DONE)
        {
            _ = raw.sqlite3_reset(handle);
            return false;
        }

        var failure = database.Failure(code);
        _ = raw.sqlite3_reset(handle);
        throw failure;
    }

    /// <summary>Runs a statement that yields no rows.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Makes the statement ready for the next use before its last row.</summary>
    public void Reset() => _ = raw.sqlite3_reset(handle);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int32(int column) => raw.sqlite3_column_int(handle, column);

    public bool Boolean(int column) => Int32(column) != 0;

    public long? Int64OrNull(int column) => IsNull(column) ? null : Int64(column);

    public bool IsNumber(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_INTEGER;

    public byte[]? BlobOrNull(int column) => IsNull(column) ? null : Blob(column);

    public byte[] Blob(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    public ReadOnlySpan<byte> Span(int column) => raw.sqlite3_column_blob(handle, column);

    // The blob accessor gives a text's bytes with their length; the text accessor would end at a NUL.
    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <inheritdoc />
    public void Dispose() => handle.Dispose();
}
