using System.ComponentModel;
using System.Text.Json;
using Atelier.Actions.Files;
using Atelier.Sdk;
using Microsoft.Data.Sqlite;

namespace Atelier.Actions.Data;

/// <summary>What <c>data.sql_upsert</c> takes.</summary>
internal sealed record SqlUpsertInput
{
    [Description("The SQLite file; made when it is not there.")]
    public required string Database { get; init; }

    [Description("The table; made from the first row when it is not there.")]
    public required string Table { get; init; }

    [Description("The rows: a list of objects, or the items of a block. Rows that failed, were rejected or were skipped have no value and are left out.")]
    public required Rows Rows { get; init; }

    [Description("The column or columns that say which row it is: a row with equal ones is replaced. The table needs a primary key or a unique index on them.")]
    public required OneOrMany Key { get; init; }

    [Description("The member that gets each row's key; it may then stand in `key`. Default: keys are not written.")]
    public string? KeyAs { get; init; }
}

/// <summary>What <c>data.sql_upsert</c> yields.</summary>
internal sealed record SqlUpsertOutput(
    [property: Description("Absolute path of the database.")] string Database,
    [property: Description("The table.")] string Table,
    [property: Description("Rows that were inserted or replaced.")] long Rows);

/// <summary><c>data.sql_upsert</c>: all rows in one transaction; only the columns that a row has are replaced.</summary>
internal sealed class SqlUpsertAction : StepAction<SqlUpsertInput, SqlUpsertOutput>
{
    public override ActionMetadata Metadata { get; } = new("data.sql_upsert", 1, ReuseClass.Effect, "Inserts or replaces rows of a SQLite table, all or none.")
    {
        Example = """
            - id: store
              uses: data.sql_upsert
              with: { database: ./out/paintings.db, table: paintings, rows: "${enrich.items}", key_as: file, key: file }
            """,
    };

    protected override async ValueTask<ActionResult<SqlUpsertOutput>> ExecuteAsync(SqlUpsertInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (input.Key.Values.Count == 0)
        {
            return StepFailure.Permanent(ActionCodes.BadInput, "`key` needs at least one column");
        }

        var path = context.ResolvePath(input.Database);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var connection = SqliteFile.Open(path, SqliteOpenMode.ReadWriteCreate);
            using var table = new UpsertTable(connection, input.Table, input.Key.Values);
            var count = 0L;
            await foreach (var row in context.ReadRowsAsync(input.Rows, cancellationToken).ConfigureAwait(false))
            {
                if (RowFields.HasValue(row))
                {
                    table.Upsert(Members(row, input));
                    count++;
                }
            }

            table.Commit();
            return new SqlUpsertOutput(path, input.Table, count);
        }
        catch (SqliteException exception)
        {
            return SqliteFile.Failure(exception, path);
        }
        catch (DataException exception)
        {
            return exception.Failure;
        }
        catch (Exception exception) when (FileFailures.Handles(exception))
        {
            return FileFailures.From(exception, "write", path);
        }
    }

    /// <summary>Every row is still there with these values: the rows are read and looked up, which writes nothing.</summary>
    protected override async ValueTask<bool> StillHoldsAsync(SqlUpsertInput input, SqlUpsertOutput output, ActionContext context, CancellationToken cancellationToken)
    {
        var path = context.ResolvePath(input.Database);
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var connection = SqliteFile.Open(path, SqliteOpenMode.ReadOnly);
            await foreach (var row in context.ReadRowsAsync(input.Rows, cancellationToken).ConfigureAwait(false))
            {
                if (RowFields.HasValue(row) && !UpsertTable.Holds(connection, input.Table, Members(row, input)))
                {
                    return false;
                }
            }

            return true;
        }
        catch (Exception exception) when (exception is SqliteException or DataException)
        {
            return false;
        }
    }

    private static List<(string Column, object Value)> Members(Row row, SqlUpsertInput input)
    {
        if (row.Value.ValueKind != JsonValueKind.Object)
        {
            throw new DataException(ActionCodes.SqlRefused, $"the row `{row.Key}` is no object; give objects whose members are the columns (see `yield` of the block)");
        }

        var members = row.Value.EnumerateObject().Where(member => member.Name != input.KeyAs).Select(member => (member.Name, SqliteFile.ToSql(member.Value))).ToList();
        if (input.KeyAs is { } keyAs)
        {
            members.Insert(0, (keyAs, row.Key));
        }

        return input.Key.Values.FirstOrDefault(column => !members.Exists(member => member.Name == column)) is { } missing
            ? throw new DataException(ActionCodes.FieldMissing, $"the row `{row.Key}` has no `{missing}`, which `key` names")
            : members;
    }
}
