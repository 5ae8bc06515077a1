using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Atelier.Sdk;
using Microsoft.Data.Sqlite;

namespace Atelier.Actions.Data;

/// <summary>What <c>data.sql_query</c> takes.</summary>
internal sealed record SqlQueryInput
{
    [Description("The SQLite file; it is opened for reading only.")]
    public required string Database { get; init; }

    [Description("One SELECT statement, with parameters as @name. Expressions are not filled in here: give values by `parameters`. Order it by something unique, so that a restart goes on at the right row.")]
    public required string Sql { get; init; }

    [Description("Values of the parameters by name, without the @.")]
    public IReadOnlyDictionary<string, JsonElement>? Parameters { get; init; }

    [Description("The column that names a row. Default: the row's number, from 1.")]
    public string? Key { get; init; }
}

/// <summary>A query that is being read.</summary>
internal sealed class OpenQuery(SqliteConnection connection, SqliteCommand command, SqliteDataReader reader) : IDisposable
{
    public SqliteDataReader Reader => reader;

    public void Dispose()
    {
        reader.Dispose();
        command.Dispose();
        connection.Dispose();
    }
}

/// <summary><c>data.sql_query</c>: an object a row. The cursor is the number of rows read; a query that is not open any more is run again and read over.</summary>
internal sealed class SqlQueryAction : SourceAction<SqlQueryInput>
{
    private const int RowsAPage = 1_000;
    private const long BytesAPage = 4 << 20;

    private readonly OpenReads<OpenQuery> _open = new();

    public override ActionMetadata Metadata { get; } = new("data.sql_query", 1, ReuseClass.Observe, "Reads rows from a SQLite database.")
    {
        RawFields = ["sql"],
        Example = """
            - id: posts
              uses: data.sql_query
              with:
                database: ./posts.db
                sql: SELECT id, text FROM posts WHERE lang = @lang ORDER BY id
                parameters: { lang: "${inputs.lang}" }
                key: id
            """,
    };

    protected override ValueTask<ActionResult<SourcePage>> ReadPageAsync(SqlQueryInput input, string? cursor, ActionContext context, CancellationToken cancellationToken)
    {
        var path = context.ResolvePath(input.Database);
        if (!long.TryParse(cursor ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var from))
        {
            return new(StepFailure.Permanent(ActionCodes.BadInput, $"`{cursor}` is no cursor of data.sql_query"));
        }

        OpenQuery? query = null;
        try
        {
            query = (cursor is null ? null : _open.Take(context, cursor)) ?? Start(input, path, from, cancellationToken);
            var rows = Read(input, query.Reader, from, cancellationToken, out var ended);
            if (ended)
            {
                query.Dispose();
                return new(new SourcePage(rows, null));
            }

            var next = (from + rows.Count).ToString(CultureInfo.InvariantCulture);
            _open.Keep(context, next, query);
            return new(new SourcePage(rows, next));
        }
        catch (SqliteException exception)
        {
            query?.Dispose();
            return new(SqliteFile.Failure(exception, path));
        }
        catch (DataException exception)
        {
            query?.Dispose();
            return new(exception.Failure);
        }
    }

    private static OpenQuery Start(SqlQueryInput input, string path, long skip, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            throw new DataException(Files.FileFailures.NotFound(path));
        }

        var connection = SqliteFile.Open(path, SqliteOpenMode.ReadOnly);
        SqliteCommand? command = null;
        try
        {
            command = connection.CreateCommand();
            command.CommandText = input.Sql;
            foreach (var (name, value) in input.Parameters ?? new Dictionary<string, JsonElement>())
            {
                command.Parameters.AddWithValue($"@{name}", SqliteFile.ToSql(value));
            }

            var query = new OpenQuery(connection, command, command.ExecuteReader());
            while (skip-- > 0 && query.Reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            return query;
        }
        catch (InvalidOperationException exception)
        {
            command?.Dispose();
            connection.Dispose();
            throw new DataException(ActionCodes.SqlRefused, $"the query does not fit its parameters: {exception.Message}");
        }
        catch
        {
            command?.Dispose();
            connection.Dispose();
            throw;
        }
    }

    private static List<SourceRow> Read(SqlQueryInput input, SqliteDataReader reader, long from, CancellationToken cancellationToken, out bool ended)
    {
        var rows = new List<SourceRow>();
        var size = 0L;
        ended = false;
        using var bytes = new MemoryStream();
        while (rows.Count < RowsAPage && size < BytesAPage)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!reader.Read())
            {
                ended = true;
                break;
            }

            bytes.SetLength(0);
            using (var json = new Utf8JsonWriter(bytes))
            {
                json.WriteStartObject();
                for (var column = 0; column < reader.FieldCount; column++)
                {
                    json.WritePropertyName(reader.GetName(column));
                    SqliteFile.WriteJson(json, reader, column);
                }

                json.WriteEndObject();
            }

            size += bytes.Length;
            var value = JsonElement.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            var number = from + rows.Count + 1;
            rows.Add(new SourceRow(RowFields.Key(value, input.Key, number.ToString(CultureInfo.InvariantCulture), $"row {number} of the query"), value));
        }

        return rows;
    }
}
