using System.Text.Json;
using System.Text.Json.Serialization;
using Atelier.Engine.Records;
using Atelier.Sdk;

namespace Atelier.Engine.Values;

/// <summary>What a wait keeps besides its columns.</summary>
public sealed record WaitDetail
{
    /// <summary>The output when time is up first, UTF-8 JSON; null: none.</summary>
    public byte[]? Default { get; init; }

    /// <summary>True when the step's <c>total_timeout</c> ends it, whatever else was asked.</summary>
    public bool TotalTimeout { get; init; }

    /// <summary>For people.</summary>
    public string? Prompt { get; init; }

    /// <summary>What a person is asked and about what, UTF-8 JSON; null: only the prompt.</summary>
    public byte[]? Question { get; init; }

    /// <summary>The row that the answer makes, still without it, so that a later run does not ask again; null: the answer is for this run alone.</summary>
    public LedgerEntry? Kept { get; init; }

    internal static WaitDetail Of(WaitRequest request, LedgerEntry? kept) => new()
    {
        Kept = kept,
        Default = request.Default is { } value ? JsonSerializer.SerializeToUtf8Bytes(value) : null,
        Prompt = request.Prompt,
        Question = request.Question is { } question ? JsonSerializer.SerializeToUtf8Bytes(question) : null,
    };

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, WaitJson.Default.WaitDetail);

    /// <summary>Reads the detail column of a wait.</summary>
    public static WaitDetail FromJson(byte[]? json) => json is null ? new WaitDetail() : JsonSerializer.Deserialize(json, WaitJson.Default.WaitDetail)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(WaitDetail))]
internal sealed partial class WaitJson : JsonSerializerContext;
