using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions;

/// <summary>What a step yielded: the value itself, or, where it was too large to stand inline, an artifact of its JSON.</summary>
internal static class HeldValue
{
    /// <summary>The value, wherever it is held.</summary>
    public static async ValueTask<JsonElement> ReadAsync(JsonElement held, ActionContext context, CancellationToken cancellationToken)
    {
        if (held.ValueKind != JsonValueKind.Object || !held.TryGetProperty("$artifact", out _) || !ActionJson.TryRead<Artifact>(held, out var artifact, out _))
        {
            return held;
        }

        var stream = await context.Artifacts.OpenReadAsync(artifact, cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken).ConfigureAwait(false);
            return document.RootElement.Clone();
        }
    }
}
