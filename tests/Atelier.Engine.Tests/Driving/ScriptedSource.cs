using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Driving;

/// <summary>A paged source of the rows a test gives it.</summary>
internal sealed class ScriptedSource(string name, int page, Func<IReadOnlyList<(string Key, object Value)>> rows) : ISourceAction
{
    public string Name => name;

    /// <summary>What the nth page read does instead of giving rows; null: it gives them.</summary>
    public Func<int, StepFailure?> Fails { get; set; } = static _ => null;

    public int Reads { get; private set; }

    public ActionDescriptor Descriptor => new()
    {
        Name = name,
        Version = 1,
        Summary = "Rows of the test.",
        Reuse = ReuseClass.Observe,
        IsSource = true,
        InputSchema = JsonValue.Create(true),
        OutputSchema = JsonValue.Create(true),
        Example = $"uses: {name}",
    };

    public ValueTask<ActionResult<SourcePage>> ReadPageAsync(JsonElement input, string? cursor, ActionContext context, CancellationToken cancellationToken)
    {
        if (Fails(++Reads) is { } failure)
        {
            return new(failure);
        }

        var all = rows();
        var from = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var taken = all.Skip(from).Take(page).Select(static row => new SourceRow(row.Key, JsonSerializer.SerializeToElement(row.Value))).ToList();
        var next = from + taken.Count;
        return new(new SourcePage(taken, next < all.Count ? next.ToString(CultureInfo.InvariantCulture) : null, all.Count));
    }

    public ValueTask<ActionResult<JsonElement>> ExecuteAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) => throw new InvalidOperationException("read by pages");

    public string? GetEndpoint(JsonElement input) => null;

    public ValueTask<IReadOnlyDictionary<string, string>> GetFingerprintPartsAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) => new(new Dictionary<string, string>());

    public ValueTask<bool> StillHoldsAsync(JsonElement input, JsonElement output, ActionContext context, CancellationToken cancellationToken) => new(true);
}
