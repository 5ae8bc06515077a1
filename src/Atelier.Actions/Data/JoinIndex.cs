using System.Text;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Data;

/// <summary>The right side of a join by its fields, as raw JSON, and what has been met so far.</summary>
internal sealed class JoinIndex : IDisposable
{
    private const int MaxRows = 200_000;
    private const long MaxBytes = 64 << 20;

    private readonly Dictionary<string, List<RightRow>> _byFields;
    private readonly List<RightRow> _inOrder = [];

    private JoinIndex(bool ignoreCase) => _byFields = new(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    /// <summary>A right row.</summary>
    internal sealed class RightRow(string key, byte[] json)
    {
        public string Key => key;

        public bool Met { get; set; }

        public JsonElement Value => JsonElement.Parse(json);
    }

    /// <summary>Right rows in order.</summary>
    public IReadOnlyList<RightRow> Rows => _inOrder;

    /// <summary>Left rows without a match so far, and the keys of the first of them.</summary>
    public long LeftUnmatched { get; private set; }

    public List<string> FirstUnmatched { get; } = [];

    /// <summary>Reads the right side; throws <see cref="DataException"/> when it is too large.</summary>
    public static async ValueTask<JoinIndex> BuildAsync(JoinInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var index = new JoinIndex(input.IgnoreCase);
        var bytes = 0L;
        await foreach (var row in context.ReadRowsAsync(input.Right, cancellationToken).ConfigureAwait(false))
        {
            if (!RowFields.HasValue(row))
            {
                continue;
            }

            var right = new RightRow(row.Key, Encoding.UTF8.GetBytes(row.Value.GetRawText()));
            bytes += row.Value.GetRawText().Length;
            index._inOrder.Add(right);
            if (index._inOrder.Count > MaxRows || bytes > MaxBytes)
            {
                throw new DataException(
                    ActionCodes.JoinTooLarge,
                    $"the right side has more than {MaxRows:N0} rows or {MaxBytes >> 20} MiB; put the larger side on the left, or write it to a database with data.sql_upsert and join there with data.sql_query");
            }

            if (Fields(row, input.On.Right.Values) is { } fields)
            {
                if (!index._byFields.TryGetValue(fields, out var same))
                {
                    index._byFields[fields] = same = [];
                }

                same.Add(right);
            }
        }

        return index;
    }

    /// <summary>The matches of a left row, which are marked as met.</summary>
    public IReadOnlyList<RightRow> Match(Row left, JoinInput input)
    {
        if (Fields(left, input.On.Left.Values) is { } fields && _byFields.TryGetValue(fields, out var matches))
        {
            matches.ForEach(match => match.Met = true);
            return matches;
        }

        LeftUnmatched++;
        if (FirstUnmatched.Count < 5)
        {
            FirstUnmatched.Add(left.Key);
        }

        return [];
    }

    public void Dispose() => _byFields.Clear();

    // Null when a field is missing or null: such a row matches nothing, as in SQL. The lengths keep ("a","bc") from meeting ("ab","c").
    private static string? Fields(Row row, IReadOnlyList<string> names)
    {
        var text = new StringBuilder();
        foreach (var name in names)
        {
            var part = name == "$key" ? row.Key : RowFields.TryGet(row.Value, name, out var value) ? RowFields.Text(value) : null;
            if (part is null)
            {
                return null;
            }

            text.Append(part.Length).Append(':').Append(part);
        }

        return text.ToString();
    }
}
