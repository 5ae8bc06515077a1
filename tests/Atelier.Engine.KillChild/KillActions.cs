using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Engine.Running;
using Atelier.Sdk;

namespace Atelier.Engine.KillChild;

/// <summary>Rows, and steps that append a line to a file.</summary>
internal sealed class KillActions(string effects) : IActionSource
{
    private readonly IAction[] _actions =
    [
        new Rows(),
        new Append("kill.append", effects, idempotent: true),
        new Append("kill.once", effects, idempotent: false),
    ];

    public IReadOnlyList<string> Names => [.. _actions.Select(static action => action.Name)];

    public ActionDescriptor? Find(string name) => Get(name)?.Descriptor;

    public IAction? Get(string name) => Array.Find(_actions, action => action.Name == name);

    private static ActionDescriptor Describe(string name, bool source, bool idempotent) => new()
    {
        Name = name,
        Version = 1,
        Summary = "For tests.",
        Reuse = ReuseClass.Observe,
        IsSource = source,
        Idempotent = idempotent,
        InputSchema = JsonValue.Create(true),
        OutputSchema = JsonValue.Create(true),
        Example = $"uses: {name}",
    };

    private abstract class Plain(string name, bool source, bool idempotent) : IAction
    {
        public string Name => name;

        public ActionDescriptor Descriptor { get; } = Describe(name, source, idempotent);

        public abstract ValueTask<ActionResult<JsonElement>> ExecuteAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken);

        public string? GetEndpoint(JsonElement input) => null;

        public ValueTask<IReadOnlyDictionary<string, string>> GetFingerprintPartsAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) =>
            new(new Dictionary<string, string>());

        public ValueTask<bool> StillHoldsAsync(JsonElement input, JsonElement output, ActionContext context, CancellationToken cancellationToken) => new(true);
    }

    private sealed class Rows() : Plain("kill.rows", source: true, idempotent: true), ISourceAction
    {
        private const int Page = 100;

        public ValueTask<ActionResult<SourcePage>> ReadPageAsync(JsonElement input, string? cursor, ActionContext context, CancellationToken cancellationToken)
        {
            var count = input.GetProperty("count").GetInt32();
            var from = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
            var until = Math.Min(count, from + Page);
            var rows = Enumerable.Range(from, until - from).Select(static n => new SourceRow(n.ToString("D4", CultureInfo.InvariantCulture), JsonSerializer.SerializeToElement(n))).ToList();
            return new(new SourcePage(rows, until < count ? until.ToString(CultureInfo.InvariantCulture) : null, count));
        }

        public override ValueTask<ActionResult<JsonElement>> ExecuteAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("read by pages");
    }

    private sealed class Append(string name, string effects, bool idempotent) : Plain(name, source: false, idempotent)
    {
        private readonly Lock _lock = new();

        public override ValueTask<ActionResult<JsonElement>> ExecuteAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken)
        {
            var line = Encoding.UTF8.GetBytes($"{context.Address.StepPath} {context.Address.Key}\n");
            lock (_lock)
            {
                using var file = new FileStream(effects, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, 0);
                file.Write(line);
            }

            return new(new ActionResult<JsonElement>.Succeeded(JsonSerializer.SerializeToElement(context.Address.Key)));
        }
    }
}
