using Atelier.Actions.Http;
using Atelier.Actions.Llm.Servers;
using Atelier.Hosts.Media;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Llm.Chat;

/// <summary>Models that answer messages: of servers and of this machine, found and asked alike. Safe from many threads.</summary>
/// <param name="servers">Shared by all that ask servers.</param>
/// <param name="media">Makes pictures small before they are sent; null: they go as they are.</param>
internal sealed class ChatModels(LlmServers servers, MediaHostPool? media)
{
    /// <summary>How long a server may stay silent where a step does not say.</summary>
    public static readonly TimeSpan UsualSilence = TimeSpan.FromMinutes(5);

    /// <summary>The model that a step names. Throws <see cref="HttpFailureException"/>.</summary>
    public async ValueTask<AskedModel> FindAsync(string? name, EndpointInput? endpoint, TimeSpan silence, ActionContext context, CancellationToken cancellationToken)
    {
        var target = await ModelTarget.FindAsync(servers, name, endpoint, silence, context, cancellationToken).ConfigureAwait(false);
        return target.Server is { } server ? new ServedModel(servers, server, target.Maker, media)
            : target.Identity!.Kind is ModelKind.Vlm or ModelKind.TextGeneration ? new HostedModel(target.Identity)
            : throw new HttpFailureException(StepFailure.Permanent(ActionCodes.LlmWrongModel, $"model `{target.Identity.Name}` does not chat; models of the kinds `openai`, `vlm` and `text-generation` do"));
    }

    /// <summary>The address to hold a breaker by; null: not known before.</summary>
    public string? Origin(string? name, EndpointInput? endpoint) => ModelTarget.Origin(servers, name, endpoint);
}
