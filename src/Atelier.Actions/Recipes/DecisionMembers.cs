using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Recipes;

/// <summary>The members of a photo's value that belong into its line: all but pictures, which stand by their path.</summary>
internal static class DecisionMembers
{
    public static IEnumerable<JsonProperty> Of(Row row) =>
        row.Value.ValueKind != JsonValueKind.Object ? [] : row.Value.EnumerateObject().Where(static member => member.Name is not ("photo" or "outcome" or "reason") && !IsArtifact(member.Value));

    private static bool IsArtifact(JsonElement value) => value.ValueKind == JsonValueKind.Object && value.TryGetProperty("$artifact", out _);
}
