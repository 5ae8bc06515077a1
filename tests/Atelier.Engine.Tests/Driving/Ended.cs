using System.Text.Json;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Engine.Tests.Driving;

/// <summary>A run as the store has it.</summary>
internal sealed record Ended(RunRow Row, IRunStore Store)
{
    public Outcome Outcome => Row.Outcome;

    /// <summary>Outputs as compact JSON.</summary>
    public string Output => Row.Output is null ? (Errors.Count == 0 ? "none" : "none: " + string.Join("; ", Errors.Select(static error => $"{error.Failure.Code} {error.Failure.Message}"))) : JsonSerializer.Serialize(JsonElement.Parse(Row.Output));

    public List<FailureRecord> Errors => FailureRecord.ListFromJson(Row.Errors);

    public string Codes => string.Join(' ', Errors.Select(static error => error.Failure.Code));

    /// <summary>Items of a block by number: <c>key outcome value</c>.</summary>
    public List<string> Items(int block) =>
        [.. Store.ReadItems(Row.Run, block, 0, 100_000).Select(static item => $"{item.Key} {item.Outcome.ToText()} {(item.Output is null ? "-" : JsonSerializer.Serialize(JsonElement.Parse(item.Output)))}")];

    /// <summary>Outcomes of the root scope by step index.</summary>
    public string Steps => string.Join(' ', Store.ReadOutcomes(Row.Run, [ScopeId.Root]).Select(static row => row.Outcome.ToText()));
}
