using System.Text.Json;
using System.Text.Json.Serialization;

namespace Atelier.Engine.Runs;

/// <summary>How one run differs from what its workflow says. Kept with the run.</summary>
public sealed record RunOptions
{
    /// <summary>As the workflow says.</summary>
    public static RunOptions None { get; } = new();

    /// <summary>At most this many items of each outermost for_each, in source order; null: all.</summary>
    public long? Limit { get; init; }

    /// <summary>Only items with these keys in outermost for_eachs; empty: all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>This many items of each outermost for_each, chosen by the hash of their key: the same ones each time; null: all.</summary>
    public int? Sample { get; init; }

    /// <summary>Recorded results are not reused, for all steps.</summary>
    public bool Fresh { get; init; }

    /// <summary>Recorded results are not reused for these step paths (or ids).</summary>
    public IReadOnlyList<string> FreshSteps { get; init; } = [];

    /// <summary>The folder relative paths resolve against; null: the workflow file's, or the owner's current one.</summary>
    public string? BaseFolder { get; init; }

    /// <summary>-100 (last) to 100 (first); 0 unless asked.</summary>
    public int Priority { get; init; }

    /// <summary>Money the run may spend before its metered steps park; null: as the workflow says.</summary>
    public decimal? CostLimit { get; init; }

    /// <summary>Tokens the run may spend before its metered steps park; null: as the workflow says.</summary>
    public long? TokenLimit { get; init; }

    /// <summary>Digests of the models that the workflow names, as they were at the start; a step whose model has another digest parks.</summary>
    public IReadOnlyDictionary<string, string>? ModelDigests { get; init; }

    /// <summary>True when items are left out on purpose: keys that do not appear are not marked gone.</summary>
    [JsonIgnore]
    public bool Partial => Limit is not null || Only.Count > 0 || Sample is not null;

    /// <summary>UTF-8 JSON; null when nothing differs.</summary>
    public byte[]? ToJson() => this == None ? null : JsonSerializer.SerializeToUtf8Bytes(this, RunJson.Default.RunOptions);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    public static RunOptions FromJson(byte[]? json) => json is null ? None : JsonSerializer.Deserialize(json, RunJson.Default.RunOptions)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(RunOptions))]
internal sealed partial class RunJson : JsonSerializerContext;
