using Microsoft.Data.Sqlite;

namespace Atelier.Actions.Data;

/// <summary>One transaction of upserts into a table. Not committed: nothing happened.</summary>
internal sealed class UpsertTable : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly string _table;
    private readonly IReadOnlyList<string> _key;
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private bool _exists;

    public UpsertTable(SqliteConnection connection, string table, IReadOnlyList<string> key)
    {
        _connection = connection;
        _table = table;
        _key = key;
        _transaction = connection.BeginTransaction(deferred: false);
    }

    /// <summary>Whether the table has a row with exactly these values.</summary>
    public static bool Holds(SqliteConnection connection, string table, IReadOnlyList<(string Column, object Value)> row)
    {
        using var command = connection.CreateCommand();
        var conditions = row.Select((member, index) => $"{SqliteFile.Quote(member.Column)} IS @p{index}");
        command.CommandText = $"SELECT 1 FROM {SqliteFile.Quote(table)} WHERE {string.Join(" AND ", conditions)} LIMIT 1";
        Bind(command, row);
        return command.ExecuteScalar() is not null;
    }

    public void Upsert(IReadOnlyList<(string Column, object Value)> row)
    {
        if (!_exists)
        {
            Create(row);
            _exists = true;
        }

        var shape = string.Join('\0', row.Select(member => member.Column));
        if (!_commands.TryGetValue(shape, out var command))
        {
            _commands[shape] = command = Prepare(row);
        }

        command.Parameters.Clear();
        Bind(command, row);
        command.ExecuteNonQuery();
    }

    public void Commit() => _transaction.Commit();

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _transaction.Dispose();
    }

    private static void Bind(SqliteCommand command, IReadOnlyList<(string Column, object Value)> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            command.Parameters.AddWithValue($"@p{i}", row[i].Value);
        }
    }

    // Columns have no declared type, so a value comes back as it went in.
    private void Create(IReadOnlyList<(string Column, object Value)> row)
    {
        using var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        var columns = row.Select(member => SqliteFile.Quote(member.Column));
        command.CommandText = $"CREATE TABLE IF NOT EXISTS {SqliteFile.Quote(_table)} ({string.Join(", ", columns)}, PRIMARY KEY ({string.Join(", ", _key.Select(SqliteFile.Quote))}))";
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(IReadOnlyList<(string Column, object Value)> row)
    {
        var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        var columns = string.Join(", ", row.Select(member => SqliteFile.Quote(member.Column)));
        var values = string.Join(", ", row.Select((_, index) => $"@p{index}"));
        var updates = row.Where(member => !_key.Contains(member.Column)).Select(member => $"{SqliteFile.Quote(member.Column)} = excluded.{SqliteFile.Quote(member.Column)}").ToList();
        command.CommandText = $"INSERT INTO {SqliteFile.Quote(_table)} ({columns}) VALUES ({values}) ON CONFLICT ({string.Join(", ", _key.Select(SqliteFile.Quote))}) DO "
            + (updates.Count == 0 ? "NOTHING" : $"UPDATE SET {string.Join(", ", updates)}");
        return command;
    }
}
