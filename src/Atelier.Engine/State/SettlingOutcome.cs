using System.Text.Json;
using System.Text.Json.Serialization;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Engine.State;

/// <summary>What a step came to before its handlers had their say.</summary>
internal sealed record SettlingOutcome
{
    public required Outcome Outcome { get; init; }

    /// <summary>UTF-8 JSON; written as base64.</summary>
    public byte[]? Output { get; init; }

    public byte[]? Detail { get; init; }

    public List<FailureRecord> Failures { get; init; } = [];

    /// <summary>True when the <c>on_failure</c> handler has ended and only <c>finally</c> is left.</summary>
    public bool Handled { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, StateJson.Default.SettlingOutcome);

    public static SettlingOutcome FromJson(byte[] json) => JsonSerializer.Deserialize(json, StateJson.Default.SettlingOutcome)!;
}

/// <summary>What a loop or an inlined workflow keeps in its block's row.</summary>
internal sealed record BlockDetail
{
    /// <summary>Ordinal of the best round so far.</summary>
    public long? Best { get; init; }

    public double? BestScore { get; init; }

    /// <summary>Most rounds.</summary>
    public int? Max { get; init; }

    /// <summary>Inputs of an inlined workflow, UTF-8 JSON.</summary>
    public byte[]? Inputs { get; init; }

    /// <summary>What failed so far in a block that is ending.</summary>
    public List<FailureRecord>? Failures { get; init; }

    /// <summary>True when the block ends as failed once what runs in it has finished.</summary>
    public bool Failing { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, StateJson.Default.BlockDetail);

    public static BlockDetail? FromJson(byte[]? json) => json is null ? null : JsonSerializer.Deserialize(json, StateJson.Default.BlockDetail);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(SettlingOutcome))]
[JsonSerializable(typeof(BlockDetail))]
internal sealed partial class StateJson : JsonSerializerContext;
