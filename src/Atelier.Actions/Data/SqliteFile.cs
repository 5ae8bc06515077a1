using System.Globalization;
using System.Text.Json;
using Atelier.Actions.Files;
using Atelier.Sdk;
using Microsoft.Data.Sqlite;

namespace Atelier.Actions.Data;

/// <summary>Opens SQLite files, moves values in and out, and says what went wrong.</summary>
internal static class SqliteFile
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    static SqliteFile() => SQLitePCL.Batteries_V2.Init();

    /// <summary>Opens the file; throws <see cref="SqliteException"/>.</summary>
    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 10 };
        var connection = new SqliteConnection(text.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>The failure of an operation on the file.</summary>
    public static StepFailure Failure(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        Busy or Locked => StepFailure.Transient(ActionCodes.DatabaseBusy, $"`{path}` is in use by another process; it is tried again"),
        ReadOnly => StepFailure.Permanent(ActionCodes.FileRefused, $"cannot write `{path}`: it is read-only"),
        Full => StepFailure.Transient(ActionCodes.DiskFull, $"cannot write `{path}`: no space left; free some on that disk"),
        CannotOpen when !File.Exists(path) => FileFailures.NotFound(path),
        CannotOpen => StepFailure.Permanent(ActionCodes.FileRefused, $"cannot open `{path}`: permission denied, or it is a folder"),
        Corrupt or NotADatabase => StepFailure.Permanent(ActionCodes.DatabaseBroken, $"`{path}` is no SQLite database, or a damaged one"),
        _ => StepFailure.Permanent(ActionCodes.SqlRefused, $"SQLite refuses in `{path}`: {Clause(exception.Message)}"),
    };

    /// <summary>A JSON value as SQLite holds it: lists and objects as JSON text, true and false as 1 and 0.</summary>
    public static object ToSql(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => DBNull.Value,
        JsonValueKind.True => 1L,
        JsonValueKind.False => 0L,
        JsonValueKind.Number => value.TryGetInt64(out var integer) ? integer : value.GetDouble(),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    /// <summary>Writes a column's value as JSON: blobs in Base64, infinite numbers as null.</summary>
    public static void WriteJson(Utf8JsonWriter json, SqliteDataReader reader, int column)
    {
        switch (reader.GetValue(column))
        {
            case DBNull:
                json.WriteNullValue();
                break;
            case long integer:
                json.WriteNumberValue(integer);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case double:
                json.WriteNullValue();
                break;
            case byte[] bytes:
                json.WriteBase64StringValue(bytes);
                break;
            case var other:
                json.WriteStringValue(Convert.ToString(other, CultureInfo.InvariantCulture));
                break;
        }
    }

    /// <summary>A name in quotes.</summary>
    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // "SQLite Error 1: 'no such table: x'." is the library's own wrapping.
    private static string Clause(string message)
    {
        var start = message.IndexOf(": '", StringComparison.Ordinal);
        return start < 0 ? message : message[(start + 3)..].TrimEnd('.', '\'');
    }
}
