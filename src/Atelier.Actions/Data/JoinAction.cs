using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Sdk;

namespace Atelier.Actions.Data;

/// <summary>
/// <c>data.join</c>: joins rows by equal fields. A left row with several matches yields several rows (<c>key</c>, <c>key#2</c>, ...). What met
/// nothing is told: each row says whether it matched, and the log says how many on both sides and which first.
/// Cursor: <c>L</c> and left rows read, or <c>R</c> and right rows told.
/// </summary>
internal sealed class JoinAction : SourceAction<JoinInput>
{
    private const int RowsAPage = 1_000;
    private static readonly JsonElement Null = JsonElement.Parse("null");

    private readonly OpenReads<JoinIndex> _open = new();

    public override ActionMetadata Metadata { get; } = new("data.join", 1, ReuseClass.Observe, "Joins two collections of rows by equal fields, and tells what found no match.")
    {
        Example = """
            - id: pairs
              uses: data.join
              with: { left: "${find}", right: "${metadata}", on: { left: name, right: file } }
            """,
    };

    protected override JsonNode RowSchema() => ActionSchemas.Of<JoinedRow>();

    protected override async ValueTask<ActionResult<SourcePage>> ReadPageAsync(JoinInput input, string? cursor, ActionContext context, CancellationToken cancellationToken)
    {
        if (input.On.Left.Values.Count != input.On.Right.Values.Count || input.On.Left.Values.Count == 0)
        {
            return StepFailure.Permanent(ActionCodes.BadInput, "`on` needs as many fields on the left as on the right, at least one");
        }

        var place = cursor ?? "L0";
        if (place.Length < 2 || place[0] is not ('L' or 'R') || !long.TryParse(place.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var from))
        {
            return StepFailure.Permanent(ActionCodes.BadInput, $"`{place}` is no cursor of data.join");
        }

        try
        {
            var index = _open.Take(context, place) ?? await IndexAsync(input, place, from, context, cancellationToken).ConfigureAwait(false);
            var page = place[0] == 'R'
                ? RightPage(index, (int)from)
                : await LeftPageAsync(input, index, from, context, cancellationToken).ConfigureAwait(false);
            if (page.Cursor is { } next)
            {
                _open.Keep(context, next, index);
            }

            return page;
        }
        catch (DataException exception)
        {
            return exception.Failure;
        }
    }

    // After a restart, the left rows before the cursor are read over once, so that what they met is known.
    private static async ValueTask<JoinIndex> IndexAsync(JoinInput input, string place, long from, ActionContext context, CancellationToken cancellationToken)
    {
        var index = await JoinIndex.BuildAsync(input, context, cancellationToken).ConfigureAwait(false);
        var rest = place[0] == 'R' ? long.MaxValue : from;
        if (rest > 0)
        {
            await foreach (var row in context.ReadRowsAsync(input.Left, cancellationToken).ConfigureAwait(false))
            {
                if (rest-- <= 0)
                {
                    break;
                }

                if (RowFields.HasValue(row))
                {
                    index.Match(row, input);
                }
            }
        }

        return index;
    }

    private static async ValueTask<SourcePage> LeftPageAsync(JoinInput input, JoinIndex index, long from, ActionContext context, CancellationToken cancellationToken)
    {
        var rows = new List<SourceRow>();
        var read = from;
        await foreach (var left in context.ReadRowsAsync(input.Left, from, cancellationToken).ConfigureAwait(false))
        {
            read++;
            if (RowFields.HasValue(left))
            {
                Add(rows, input, left, index.Match(left, input));
            }

            if (rows.Count >= RowsAPage || read - from >= 10 * RowsAPage)
            {
                return new SourcePage(rows, $"L{read}");
            }
        }

        Tell(index, input, context);
        return new SourcePage(rows, input.How == JoinKind.Outer ? "R0" : null);
    }

    private static void Add(List<SourceRow> rows, JoinInput input, Row left, IReadOnlyList<JoinIndex.RightRow> matches)
    {
        if (matches.Count == 0 && input.How != JoinKind.Inner)
        {
            rows.Add(new SourceRow(left.Key, ActionJson.Write(new JoinedRow { Left = left.Value, Right = Null, Matched = false })));
        }

        for (var i = 0; i < matches.Count; i++)
        {
            var key = i == 0 ? left.Key : RowKeys.Fit($"{left.Key}#{i + 1}");
            rows.Add(new SourceRow(key, ActionJson.Write(new JoinedRow { Left = left.Value, Right = matches[i].Value, Matched = true })));
        }
    }

    private static SourcePage RightPage(JoinIndex index, int from)
    {
        var rows = new List<SourceRow>();
        var at = from;
        for (; at < index.Rows.Count && rows.Count < RowsAPage; at++)
        {
            if (index.Rows[at] is { Met: false } right)
            {
                rows.Add(new SourceRow(RowKeys.Fit($"right:{right.Key}"), ActionJson.Write(new JoinedRow { Left = Null, Right = right.Value, Matched = false })));
            }
        }

        return new SourcePage(rows, at < index.Rows.Count ? $"R{at}" : null);
    }

    private static void Tell(JoinIndex index, JoinInput input, ActionContext context)
    {
        if (index.LeftUnmatched > 0)
        {
            var fate = input.How == JoinKind.Inner ? "left out" : "kept with `matched: false`";
            context.Log(StepLogLevel.Warning, $"{index.LeftUnmatched} left rows have no match and are {fate}; the first: {string.Join(", ", index.FirstUnmatched)}");
        }

        var unmet = index.Rows.Where(row => !row.Met).ToList();
        if (unmet.Count > 0)
        {
            var fate = input.How == JoinKind.Outer ? "come at the end" : "are left out";
            context.Log(StepLogLevel.Warning, $"{unmet.Count} right rows met no left row and {fate}; the first: {string.Join(", ", unmet.Take(5).Select(row => row.Key))}");
        }
    }
}
