using Atelier.Actions.Http;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Llm.Servers;

/// <summary>Which model a step means: one behind a server, or one of this machine.</summary>
/// <param name="Maker">For <c>made_by</c>.</param>
/// <param name="Server">Where it is asked; null: it runs here.</param>
/// <param name="Identity">As registered; null for an endpoint of the step's own.</param>
internal sealed record ModelTarget(string Maker, ServerTarget? Server, ModelIdentity? Identity)
{
    /// <summary>Finds it. Throws <see cref="HttpFailureException"/>.</summary>
    public static async ValueTask<ModelTarget> FindAsync(
        LlmServers servers, string? name, EndpointInput? endpoint, TimeSpan silence, ActionContext context, CancellationToken cancellationToken)
    {
        if (name is null == endpoint is null)
        {
            throw Mistaken("one of `model` (a registered model) and `endpoint` must be given");
        }

        if (endpoint is not null)
        {
            var given = endpoint.ToEndpoint(out var mistake) ?? throw Mistaken(mistake);
            return new ModelTarget($"{given.Model}@{given.BaseAddress.Authority}", new ServerTarget(given, endpoint.MayBePrivate, silence), null);
        }

        var identity = Must(await context.Models.FindAsync(name!, cancellationToken).ConfigureAwait(false));
        if (identity.Kind != ModelKind.Openai)
        {
            return new ModelTarget(identity.MadeBy, null, identity);
        }

        // Whoever registered the model has said where it is: a local server is the rule.
        var registered = Must(await context.Models.EndpointAsync(identity, cancellationToken).ConfigureAwait(false));
        registered = registered with { BaseAddress = new Uri(registered.BaseAddress.AbsoluteUri.TrimEnd('/')) };
        servers.Learn(name!, registered);
        return new ModelTarget($"{identity.MadeBy} ({registered.Model}@{registered.BaseAddress.Authority})", new ServerTarget(registered, AllowPrivate: true, silence), identity);
    }

    /// <summary>The digest of a registered model, for fingerprints; nothing for an endpoint, which stands in the input.</summary>
    public static async ValueTask AddPartAsync(Dictionary<string, string> parts, string? name, ActionContext context, CancellationToken cancellationToken)
    {
        if (name is not null)
        {
            parts[$"model:{name}"] = (await context.Models.FindAsync(name, cancellationToken).ConfigureAwait(false)).TryGet(out var identity, out _) ? identity.Digest : "unknown";
        }
    }

    /// <summary>The address to hold a breaker by; null: not known before.</summary>
    public static string? Origin(LlmServers servers, string? name, EndpointInput? endpoint) =>
        endpoint is not null ? endpoint.ToEndpoint(out _) is { } given ? HttpFailures.Origin(given.BaseAddress) : null
        : name is null ? null
        : ModelServer.TryParse(name, out _, out var server) ? HttpFailures.Origin(server.Address)
        : servers.OriginOf(name);

    /// <summary>The answer, or its failure thrown.</summary>
    public static T Must<T>(ModelAnswer<T> answer) => answer.TryGet(out var value, out var failure) ? value : throw new HttpFailureException(failure);

    private static HttpFailureException Mistaken(string mistake) => new(StepFailure.Permanent(ActionCodes.BadInput, mistake));
}
