using System.Text.Json.Serialization;

namespace Atelier.Models.Questions;

/// <summary>Items and parameters of requests, see <c>docs/specs/host-protocol.md</c>.</summary>
internal static class WireQuestions
{
    public sealed record Picture(string Input);

    public sealed record Words(string Text);

    public sealed record Prompted(string Input, IReadOnlyList<Prompt> Prompts);

    /// <summary>A box as left, top, right, bottom; points as x, y and 1 for inside, 0 for outside.</summary>
    public sealed record Prompt(double[]? Box, double[][] Points);

    public sealed record Conversation(IReadOnlyList<Message> Messages);

    public sealed record Message(string Role, string Text, IReadOnlyList<string> Pictures);

    public sealed record Writing(int MaxTokens, double Temperature, long? Seed, IReadOnlyList<string> Stop, bool Stream);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireQuestions.Picture))]
[JsonSerializable(typeof(WireQuestions.Words))]
[JsonSerializable(typeof(WireQuestions.Prompted))]
[JsonSerializable(typeof(WireQuestions.Conversation))]
[JsonSerializable(typeof(WireQuestions.Writing))]
internal sealed partial class WireQuestionsJson : JsonSerializerContext;
