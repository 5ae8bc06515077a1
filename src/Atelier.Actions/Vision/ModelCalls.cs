using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Vision;

/// <summary>Asking models by the name a workflow gives them.</summary>
internal static class ModelCalls
{
    /// <summary>What <c>made_by</c> says of formulas.</summary>
    public const string Classic = "classic";

    /// <summary>Asks one question; what made the outcome is noted when the answer came.</summary>
    public static async ValueTask<ModelAnswer<ModelReply<TAnswer>>> AskAsync<TAnswer>(
        this ActionContext context, string model, ModelQuestion<TAnswer> question, CancellationToken cancellationToken)
    {
        var found = await context.Models.FindAsync(model, cancellationToken).ConfigureAwait(false);
        if (!found.TryGet(out var identity, out var failure))
        {
            return failure;
        }

        var asked = await context.Models.AskAsync(identity, question, cancellationToken).ConfigureAwait(false);
        if (!asked.TryGet(out var answer, out failure))
        {
            return failure;
        }

        context.NoteMaker(identity.MadeBy);
        return new ModelReply<TAnswer>(answer, identity);
    }

    /// <summary>The digests of models for a fingerprint: <c>model:NAME</c> to digest. One that is not there is left out: the body will say so.</summary>
    public static async ValueTask<IReadOnlyDictionary<string, string>> ModelDigestsAsync(
        this ActionContext context, IEnumerable<string?> names, CancellationToken cancellationToken)
    {
        var parts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (name is not null && (await context.Models.FindAsync(name, cancellationToken).ConfigureAwait(false)).TryGet(out var identity, out _))
            {
                parts[$"model:{name}"] = identity.Digest;
            }
        }

        return parts;
    }
}
