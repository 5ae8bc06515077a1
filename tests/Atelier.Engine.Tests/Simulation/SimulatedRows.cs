using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Simulation;

/// <summary><c>s.rows</c>: <c>count</c> rows, three a page, keys with awkward characters.</summary>
internal sealed class SimulatedRows : ISourceAction
{
    private const int Page = 3;

    public string Name => "s.rows";

    public ActionDescriptor Descriptor { get; } = new()
    {
        Name = "s.rows",
        Version = 1,
        Summary = "Rows.",
        Reuse = ReuseClass.Observe,
        IsSource = true,
        InputSchema = JsonValue.Create(true),
        OutputSchema = JsonValue.Create(true),
        Example = "uses: s.rows",
    };

    public ValueTask<ActionResult<SourcePage>> ReadPageAsync(JsonElement input, string? cursor, ActionContext context, CancellationToken cancellationToken)
    {
        var count = input.GetProperty("count").GetInt32();
        var from = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var until = Math.Min(count, from + Page);
        var rows = Enumerable.Range(from, until - from).Select(static n => new SourceRow($"row, \"{n}\"\n\u001F", JsonSerializer.SerializeToElement(n))).ToList();
        return new(new SourcePage(rows, until < count ? until.ToString(CultureInfo.InvariantCulture) : null, count));
    }

    public ValueTask<ActionResult<JsonElement>> ExecuteAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) => throw new InvalidOperationException("read by pages");

    public string? GetEndpoint(JsonElement input) => null;

    public ValueTask<IReadOnlyDictionary<string, string>> GetFingerprintPartsAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) => new(new Dictionary<string, string>());

    public ValueTask<bool> StillHoldsAsync(JsonElement input, JsonElement output, ActionContext context, CancellationToken cancellationToken) => new(true);
}
