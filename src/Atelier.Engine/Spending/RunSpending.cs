using System.Text.Json;
using System.Text.Json.Serialization;

namespace Atelier.Engine.Spending;

/// <summary>What a run has spent and may spend, as its row keeps it.</summary>
/// <param name="Models">By model.</param>
/// <param name="CostLimit">Money it may spend before metered steps park; null: no limit.</param>
/// <param name="TokenLimit">Tokens it may spend before metered steps park; null: no limit.</param>
public sealed record RunSpending(IReadOnlyList<ModelSpending> Models, decimal? CostLimit, long? TokenLimit)
{
    /// <summary>The code of a step that parks because the run's budget is spent.</summary>
    public const string BudgetSpent = "ATL2150";

    /// <summary>Money in all; models without a price count as nothing.</summary>
    [JsonIgnore]
    public decimal Cost => Models.Sum(static model => model.Cost ?? 0);

    /// <summary>Tokens read and written in all.</summary>
    [JsonIgnore]
    public long Tokens => Models.Sum(static model => model.InputTokens + model.OutputTokens);

    /// <summary>UTF-8 JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, SpendingJson.Default.RunSpending);

    /// <summary>Reads what <see cref="ToJson"/> wrote; null: nothing was spent.</summary>
    public static RunSpending? FromJson(byte[]? json) => json is null ? null : JsonSerializer.Deserialize(json, SpendingJson.Default.RunSpending);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RunSpending))]
internal sealed partial class SpendingJson : JsonSerializerContext;
