using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Sdk;

namespace Atelier.Actions.Vision.Descriptions;

/// <summary>What <c>vision.describe</c> takes.</summary>
internal sealed record DescribeInput
{
    [Description("The picture.")]
    public required Artifact Image { get; init; }

    [Description("A vision-language model: registered (`vlm`, or `openai` for one behind a chat server), or named with its server, as `llava@ollama`.")]
    public required string Model { get; init; }

    [Description("What it is asked.")]
    [DefaultValue("Describe this picture.")]
    public string Prompt { get; init; } = "Describe this picture.";

    [Description("What else it shall know, such as earlier findings; written below the prompt.")]
    public string? Context { get; init; }

    [Description("Who it shall be: the system message.")]
    public string? System { get; init; }

    [Description("Fields to read from the answer: names, each also a member of the output. The model is asked for them as JSON.")]
    public OneOrMany? Fields { get; init; }

    [Description("0 always says the likeliest; higher says other things each time.")]
    [DefaultValue(0.2)]
    [Range(0.0, 2.0)]
    public double Temperature { get; init; } = 0.2;

    [Description("Makes answers repeatable where the model can.")]
    public long? Seed { get; init; }

    [Description("Longest side of the picture as it is sent to a server, in pixels.")]
    [DefaultValue(1024)]
    [Range(16, 8192)]
    public int MaxSide { get; init; } = 1024;

    [Description("Most tokens written.")]
    [DefaultValue(512)]
    [Range(1, 32_768)]
    public int MaxTokens { get; init; } = 512;
}
