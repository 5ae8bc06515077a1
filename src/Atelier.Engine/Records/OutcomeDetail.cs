using System.Text.Json;
using System.Text.Json.Serialization;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Engine.Records;

/// <summary>What an outcome's row says besides its value. Members that are null are not written; others are, for zero has a meaning (transient, not reused).</summary>
public sealed record OutcomeDetail
{
    /// <summary>Why it failed.</summary>
    public StepFailure? Failure { get; init; }

    /// <summary>What failed inside, for items and blocks, with its place.</summary>
    public List<FailureRecord>? Failures { get; init; }

    /// <summary>Why it was rejected or skipped.</summary>
    public string? Reason { get; init; }

    /// <summary>Hexadecimal SHA-256.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Action and version, and model digests: <c>images.convert@1</c>.</summary>
    public string? MadeBy { get; init; }

    /// <summary>Why the body ran or a recorded result was taken.</summary>
    public WhyDetail? Why { get; init; }

    /// <summary>Milliseconds the body took.</summary>
    public double? Milliseconds { get; init; }

    /// <summary>What its calls of models cost; null: nothing.</summary>
    public IReadOnlyList<Usage>? Usage { get; init; }

    /// <summary>A second outcome of the same drive that came too late.</summary>
    public JsonElement? Late { get; init; }

    /// <summary>UTF-8 JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, OutcomeJson.Default.OutcomeDetail);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static OutcomeDetail? FromJson(byte[]? json) => json is null ? null : JsonSerializer.Deserialize(json, OutcomeJson.Default.OutcomeDetail);
}

/// <summary>The reuse decision of one step.</summary>
public sealed record WhyDetail
{
    /// <summary>True: a recorded result was taken. Not required: false is not written.</summary>
    public bool Reused { get; init; }

    /// <summary><c>pure sampled effect observe</c>.</summary>
    public required string Class { get; init; }

    /// <summary><c>results</c> or <c>ledger</c>; null: nothing was looked up.</summary>
    public string? Table { get; init; }

    /// <summary>Sentence: <c>no earlier result</c>, <c>the prompt changed</c>, ...</summary>
    public required string Reason { get; init; }

    /// <summary>The first part of the fingerprint that differs, such as <c>with.prompt</c>.</summary>
    public string? Part { get; init; }

    /// <summary>Its value then.</summary>
    public JsonElement? Old { get; init; }

    /// <summary>Its value now.</summary>
    public JsonElement? New { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(OutcomeDetail))]
[JsonSerializable(typeof(List<FailureRecord>))]
internal sealed partial class OutcomeJson : JsonSerializerContext;
