using System.Text.Json;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Vision.Descriptions;

/// <summary><c>vision.describe</c>: what a vision-language model says of a picture. Nothing but a model ever fills it.</summary>
internal sealed class DescribeAction : StepAction<DescribeInput, DescribeOutput>
{
    private static readonly string[] OwnMembers = ["description", "fields", "missing", "made_by"];

    public override ActionMetadata Metadata { get; } = new("vision.describe", 1, ReuseClass.Sampled, "Lets a vision-language model describe a picture, and reads fields from its answer.")
    {
        Queue = "gpu",
        Start = StartRecord.Unawaited,
        Example = """
            - id: scene_analysis
              uses: vision.describe
              with: { image: "${photo}", model: qwen2.5-vl, prompt: Describe the light and the composition., fields: [lighting, composition] }
            """,
    };

    protected override string? Affinity(DescribeInput input) => input.Model;

    protected override ValueTask<IReadOnlyDictionary<string, string>> FingerprintPartsAsync(DescribeInput input, ActionContext context, CancellationToken cancellationToken) =>
        context.ModelDigestsAsync([input.Model], cancellationToken);

    protected override async ValueTask<ActionResult<DescribeOutput>> ExecuteAsync(DescribeInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var path = await context.Artifacts.GetPathAsync(input.Image, cancellationToken).ConfigureAwait(false);
        var names = input.Fields?.Values.Distinct(StringComparer.Ordinal).ToList() ?? [];
        var messages = Messages(input, names, path);
        if (!(await AskAsync(input, messages, context, cancellationToken).ConfigureAwait(false)).TryGet(out var reply, out var failure))
        {
            return failure;
        }

        var found = ReplyFields.Read(reply.Answer.Text, names);
        if (names.Count > 0 && found.Count == 0)
        {
            messages.Add(new ModelMessage("assistant", reply.Answer.Text, []));
            messages.Add(new ModelMessage("user", $"Write the same again as one JSON object with exactly these members and nothing around it: {string.Join(", ", names)}.", []));
            if (!(await AskAsync(input, messages, context, cancellationToken).ConfigureAwait(false)).TryGet(out var again, out failure))
            {
                return failure;
            }

            found = ReplyFields.Read(again.Answer.Text, names);
            if (found.Count == 0)
            {
                return StepFailure.Permanent(VisionCodes.FieldsMissing, $"`{input.Model}` answered twice without any of the fields {string.Join(", ", names)}", reply.Answer.Text);
            }

            reply = again;
        }

        return Output(reply, names, found);
    }

    private static DescribeOutput Output(ModelReply<GeneratedText> reply, List<string> names, Dictionary<string, JsonElement> found)
    {
        var nothing = JsonSerializer.SerializeToElement<object?>(null);
        var fields = names.ToDictionary(name => name, name => found.GetValueOrDefault(name, nothing));
        return new DescribeOutput(reply.Answer.Text, fields, [.. names.Where(name => !found.ContainsKey(name))], reply.Model.MadeBy)
        {
            Named = fields.Where(field => !OwnMembers.Contains(field.Key)).ToDictionary(),
        };
    }

    private static async ValueTask<ModelAnswer<ModelReply<GeneratedText>>> AskAsync(
        DescribeInput input, List<ModelMessage> messages, ActionContext context, CancellationToken cancellationToken)
    {
        var question = new GenerateText([.. messages], input.MaxTokens, input.Temperature, input.Seed, []);
        var asked = await context.AskAsync(input.Model, question, cancellationToken).ConfigureAwait(false);
        if (asked.TryGet(out var reply, out _))
        {
            context.NoteUsage(new Usage(input.Model, reply.Answer.InputTokens, reply.Answer.OutputTokens, null));
            if (string.IsNullOrWhiteSpace(reply.Answer.Text))
            {
                return StepFailure.Permanent(VisionCodes.OddAnswer, $"`{input.Model}` wrote nothing");
            }
        }

        return asked;
    }

    private static List<ModelMessage> Messages(DescribeInput input, List<string> names, string path)
    {
        var text = input.Prompt;
        if (input.Context is { Length: > 0 })
        {
            text += "\n\nWhat is known of the picture:\n" + input.Context;
        }

        if (names.Count > 0)
        {
            text += $"\n\nAnswer with one JSON object with these members: {string.Join(", ", names)}.";
        }

        var messages = new List<ModelMessage>();
        if (input.System is { Length: > 0 })
        {
            messages.Add(new ModelMessage("system", input.System, []));
        }

        messages.Add(new ModelMessage("user", text, [path]));
        return messages;
    }
}
