using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Engine.Records;

/// <summary>A failure with its place: several at once never hide each other.</summary>
/// <param name="Step">Step ids from the root.</param>
/// <param name="Key">Keys of the enclosing items; null outside items.</param>
/// <param name="Attempt">The attempt that gave it; 0 when no body ran.</param>
/// <param name="Failure">What happened.</param>
public sealed record FailureRecord(string Step, string? Key, int Attempt, StepFailure Failure)
{
    /// <summary>UTF-8 JSON list.</summary>
    public static byte[] ListToJson(List<FailureRecord> failures) => JsonSerializer.SerializeToUtf8Bytes(failures, OutcomeJson.Default.ListFailureRecord);

    /// <summary>Reads what <see cref="ListToJson"/> wrote; empty for null.</summary>
    public static List<FailureRecord> ListFromJson(byte[]? json) => json is null ? [] : JsonSerializer.Deserialize(json, OutcomeJson.Default.ListFailureRecord)!;
}
