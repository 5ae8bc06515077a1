using Atelier.Storage.Sqlite;

namespace Atelier.Storage.Workspace;

/// <summary>A connection with the statements that were used on it. One thread at a time.</summary>
internal sealed class WorkspaceConnection(Database database)
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    public Database Database { get; } = database;

    /// <summary>The statement of a text, which is a constant of the program. Its rows are read to the end, or it is reset.</summary>
    public Statement Of(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements[sql] = statement = Database.Prepare(sql);
        }

        return statement;
    }

    /// <summary>Runs a bound statement; how many rows it changed.</summary>
    public int Run(Statement statement)
    {
        statement.Run();
        return Database.Changes;
    }

    /// <summary>The first row; null: there is none.</summary>
    public static T? First<T>(Statement bound, Func<Statement, T> read)
        where T : class
    {
        if (!bound.Step())
        {
            return null;
        }

        var first = read(bound);
        bound.Reset();
        return first;
    }

    /// <summary>The number in the first row; null: there is no row.</summary>
    public static long? Number(Statement bound)
    {
        if (!bound.Step())
        {
            return null;
        }

        var number = bound.Int64(0);
        bound.Reset();
        return number;
    }

    /// <summary>All rows.</summary>
    public static List<T> All<T>(Statement bound, Func<Statement, T> read)
    {
        var rows = new List<T>();
        while (bound.Step())
        {
            rows.Add(read(bound));
        }

        return rows;
    }
}
