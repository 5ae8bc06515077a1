using System.Diagnostics.CodeAnalysis;
using Atelier.Actions.Llm.Chat;
using Atelier.Actions.Llm.Embed;
using Atelier.Actions.Llm.Extract;
using Atelier.Actions.Llm.Servers;
using Atelier.Sdk;

namespace Atelier.Actions.Llm;

/// <summary>The family <c>llm.*</c>: language models behind OpenAI-compatible servers and of this machine.</summary>
internal static class LlmActions
{
    /// <summary>Their bodies wait for others and need no processor here: a queue of their own keeps them from those that do.</summary>
    public const string Queue = "service";

    /// <summary>Makes them.</summary>
    public static IReadOnlyList<IAction> All(LlmServers servers, ChatModels models) => [new ChatAction(models), new EmbedAction(servers), new ExtractAction(models)];

    /// <summary>Reads a step's <c>timeout</c>.</summary>
    public static bool TrySilence(string text, out TimeSpan silence, [NotNullWhen(false)] out string? mistake)
    {
        var read = DurationText.TryParse(text, out silence, out mistake);
        mistake = !read ? $"`timeout`: {mistake}" : silence <= TimeSpan.Zero || silence > TimeSpan.FromDays(1) ? "`timeout` must be more than zero and at most a day" : null;
        return mistake is null;
    }
}
