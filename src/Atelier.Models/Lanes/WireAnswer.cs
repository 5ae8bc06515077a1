using System.Text.Json.Serialization;

namespace Atelier.Models.Lanes;

/// <summary>The answer to a batch.</summary>
internal sealed record WireAnswer(IReadOnlyList<WireItem> Items, double RunMs);

/// <summary>A piece of text on its way.</summary>
internal sealed record WirePiece(string? Text);

/// <summary>What a host says of itself once its model is loaded.</summary>
internal sealed record WireGreeting(IReadOnlyList<string>? Operations, WireModel? Model, long ResidentBytes);

/// <summary>What a host says of its model.</summary>
internal sealed record WireModel(IReadOnlyList<string>? Labels);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(WireAnswer))]
[JsonSerializable(typeof(WirePiece))]
[JsonSerializable(typeof(WireGreeting))]
internal sealed partial class WireJson : JsonSerializerContext;
