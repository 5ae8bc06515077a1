using System.Text.Json;
using Atelier.Actions.Http;
using Atelier.Actions.Llm.Chat;
using Atelier.Sdk;

namespace Atelier.Actions.Vision.Descriptions;

/// <summary><c>vision.describe</c>: what a vision-language model says of a picture. Nothing but a model ever fills it.</summary>
internal sealed class DescribeAction(ChatModels models) : StepAction<DescribeInput, DescribeOutput>
{
    private static readonly string[] OwnMembers = ["description", "fields", "missing", "made_by"];

    public override ActionMetadata Metadata { get; } = new("vision.describe", 1, ReuseClass.Sampled, "Lets a vision-language model describe a picture, and reads fields from its answer.")
    {
        Queue = "gpu",
        Metered = true,
        Start = StartRecord.Unawaited,
        Example = """
            - id: scene_analysis
              uses: vision.describe
              with: { image: "${photo}", model: qwen2.5-vl, prompt: Describe the light and the composition., fields: [lighting, composition] }
            """,
    };

    protected override string? Endpoint(DescribeInput input) => models.Origin(input.Model, null);

    protected override string? Affinity(DescribeInput input) => input.Model;

    protected override ValueTask<IReadOnlyDictionary<string, string>> FingerprintPartsAsync(DescribeInput input, ActionContext context, CancellationToken cancellationToken) =>
        context.ModelDigestsAsync([input.Model], cancellationToken);

    protected override async ValueTask<ActionResult<DescribeOutput>> ExecuteAsync(DescribeInput input, ActionContext context, CancellationToken cancellationToken)
    {
        try
        {
            var model = await models.FindAsync(input.Model, null, ChatModels.UsualSilence, context, cancellationToken).ConfigureAwait(false);
            return await DescribeAsync(input, model, context, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpFailureException exception)
        {
            return exception.Failure;
        }
    }

    private static async ValueTask<ActionResult<DescribeOutput>> DescribeAsync(DescribeInput input, AskedModel model, ActionContext context, CancellationToken cancellationToken)
    {
        var names = input.Fields?.Values.Distinct(StringComparer.Ordinal).ToList() ?? [];
        var turns = Turns(input, names);
        var text = await AskAsync(input, model, turns, context, cancellationToken).ConfigureAwait(false);
        var found = ReplyFields.Read(text, names);
        if (names.Count > 0 && found.Count == 0)
        {
            turns.Add(new ChatTurn("assistant", text, []));
            turns.Add(new ChatTurn("user", $"Write the same again as one JSON object with exactly these members and nothing around it: {string.Join(", ", names)}.", []));
            var first = text;
            text = await AskAsync(input, model, turns, context, cancellationToken).ConfigureAwait(false);
            found = ReplyFields.Read(text, names);
            if (found.Count == 0)
            {
                return StepFailure.Permanent(VisionCodes.FieldsMissing, $"`{input.Model}` answered twice without any of the fields {string.Join(", ", names)}", first);
            }
        }

        return Output(text, model.Maker, names, found);
    }

    private static DescribeOutput Output(string text, string maker, List<string> names, Dictionary<string, JsonElement> found)
    {
        var nothing = JsonSerializer.SerializeToElement<object?>(null);
        var fields = names.ToDictionary(name => name, name => found.GetValueOrDefault(name, nothing));
        return new DescribeOutput(text, fields, [.. names.Where(name => !found.ContainsKey(name))], maker)
        {
            Named = fields.Where(field => !OwnMembers.Contains(field.Key)).ToDictionary(),
        };
    }

    // Throws what the model's failure is; one that writes nothing has not described.
    private static async ValueTask<string> AskAsync(DescribeInput input, AskedModel model, List<ChatTurn> turns, ActionContext context, CancellationToken cancellationToken)
    {
        var wish = new ChatWish { Temperature = input.Temperature, Seed = input.Seed, MaxTokens = input.MaxTokens, MaxSide = input.MaxSide };
        var reply = await model.AskAsync(turns, wish, context, static _ => { }, cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(reply.Text))
        {
            throw new HttpFailureException(StepFailure.Permanent(VisionCodes.OddAnswer, $"`{input.Model}` wrote nothing"));
        }

        context.NoteMaker(model.Maker);
        return reply.Text;
    }

    private static List<ChatTurn> Turns(DescribeInput input, List<string> names)
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

        var turns = new List<ChatTurn>();
        if (input.System is { Length: > 0 })
        {
            turns.Add(new ChatTurn("system", input.System, []));
        }

        turns.Add(new ChatTurn("user", text, [input.Image]));
        return turns;
    }
}
