using System.Globalization;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Bench.Engine;

/// <summary>Rows without a file behind them.</summary>
internal sealed class BenchRows : SourceAction<BenchRows.Input>
{
    private const int Page = 250;

    public override ActionMetadata Metadata { get; } = new("bench.rows", 1, ReuseClass.Observe, "Numbers as rows.") { Example = "uses: bench.rows" };

    protected override ValueTask<ActionResult<SourcePage>> ReadPageAsync(Input input, string? cursor, ActionContext context, CancellationToken cancellationToken)
    {
        var from = cursor is null ? 0 : long.Parse(cursor, CultureInfo.InvariantCulture);
        var rows = new List<SourceRow>(Page);
        for (var index = from; index < Math.Min(from + Page, input.Count); index++)
        {
            var json = $$"""{"id":{{index}},"title":"Painting number {{index}}","style":"Expressionism"}""";
            rows.Add(new SourceRow(index.ToString("D7", CultureInfo.InvariantCulture), JsonElement.Parse(json)));
        }

        var next = from + rows.Count;
        return ValueTask.FromResult<ActionResult<SourcePage>>(new SourcePage(rows, next < input.Count ? next.ToString(CultureInfo.InvariantCulture) : null, input.Count));
    }

    internal sealed record Input
    {
        public required long Count { get; init; }
    }
}
