using System.Text.Json;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests;

/// <summary>Runs built-in actions by name, from JSON, as the engine does.</summary>
internal static class ActionRuns
{
    public static IAction Find(string name, ActionServices? services = null) =>
        BuiltInActions.All(services ?? new ActionServices()).Single(action => action.Name == name);

    public static JsonElement Json(string json) => JsonElement.Parse(json);

    public static ValueTask<ActionResult<JsonElement>> RunAsync(
        this FakeContext context, string name, object input, ActionServices? services = null, CancellationToken cancellationToken = default) =>
        Find(name, services).ExecuteAsync(ToJson(input), context, cancellationToken);

    /// <summary>Runs an action that must succeed; returns the output.</summary>
    public static async Task<JsonElement> SucceedAsync(this FakeContext context, string name, object input, ActionServices? services = null) =>
        await context.RunAsync(name, input, services) switch
        {
            ActionResult<JsonElement>.Succeeded { Output: var output } => output,
            ActionResult<JsonElement>.Empty { Output: var output } => output,
            var other => throw new Xunit.Sdk.XunitException($"{name} did not succeed: {other}"),
        };

    /// <summary>Runs an action that must fail; returns the failure.</summary>
    public static async Task<StepFailure> FailAsync(this FakeContext context, string name, object input, ActionServices? services = null)
    {
        var result = await context.RunAsync(name, input, services);
        return Assert.IsType<ActionResult<JsonElement>.Failed>(result).Failure;
    }

    /// <summary>Reads one page of a source.</summary>
    public static ValueTask<ActionResult<SourcePage>> PageAsync(this FakeContext context, string name, object input, string? cursor = null, ActionServices? services = null) =>
        ((ISourceAction)Find(name, services)).ReadPageAsync(ToJson(input), cursor, context, CancellationToken.None);

    /// <summary>Reads all pages of a source, as the engine does: page by page, each from the cursor of the one before.</summary>
    public static async Task<List<SourceRow>> ReadAllAsync(this FakeContext context, string name, object input, ActionServices? services = null)
    {
        var rows = new List<SourceRow>();
        var source = (ISourceAction)Find(name, services);
        string? cursor = null;
        do
        {
            var page = Assert.IsType<ActionResult<SourcePage>.Succeeded>(await source.ReadPageAsync(ToJson(input), cursor, context, CancellationToken.None)).Output;
            rows.AddRange(page.Rows);
            cursor = page.Cursor;
        }
        while (cursor is not null);

        return rows;
    }

    public static byte[] ToBytes(object input) => JsonSerializer.SerializeToUtf8Bytes(ToJson(input));

    public static JsonElement ToJson(object input) => input switch
    {
        JsonElement element => element,
        string json => JsonElement.Parse(json),
        _ => JsonSerializer.SerializeToElement(input, ActionJson.Options),
    };
}
