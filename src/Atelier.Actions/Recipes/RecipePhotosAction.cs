using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Sdk;

namespace Atelier.Actions.Recipes;

/// <summary>
/// <c>recipe.photos</c>: the photos after they were looked at together, a row each under its own key, so that the next block goes on photo by photo.
/// Cursor: rows read.
/// </summary>
internal sealed class RecipePhotosAction : SourceAction<RecipePhotosInput>
{
    private const int RowsAPage = 1_000;

    public override ActionMetadata Metadata { get; } = new("recipe.photos", 1, ReuseClass.Observe, "Yields photos with the groups they are in, and marks those that drop out.")
    {
        Example = """
            - id: shots
              uses: recipe.photos
              with: { items: "${look.items}", results: { similar_images: "${similar_images}" }, keep_best: [similar_images] }
            """,
    };

    protected override JsonNode RowSchema() => ActionSchemas.Of<RecipePhotoRow>();

    protected override async ValueTask<ActionResult<SourcePage>> ReadPageAsync(RecipePhotosInput input, string? cursor, ActionContext context, CancellationToken cancellationToken)
    {
        if (!long.TryParse(cursor ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var from))
        {
            return StepFailure.Permanent(ActionCodes.BadInput, $"`{cursor}` is no cursor of recipe.photos");
        }

        if ((input.KeepBest?.Values ?? []).Concat(input.Where?.Keys ?? []).FirstOrDefault(name => !input.Results.ContainsKey(name)) is { } unknown)
        {
            return StepFailure.Permanent(ActionCodes.ResultMissing, $"`{unknown}` is none of the `results`: {string.Join(", ", input.Results.Keys)}");
        }

        var groups = new Dictionary<string, PhotoGroups>(StringComparer.Ordinal);
        foreach (var (name, result) in input.Results)
        {
            groups[name] = await PhotoGroups.ReadAsync(result, context, cancellationToken).ConfigureAwait(false);
        }

        var rows = new List<SourceRow>();
        await foreach (var row in context.ReadRowsAsync(input.Items, from, cancellationToken).ConfigureAwait(false))
        {
            rows.Add(new SourceRow(row.Key, ActionJson.Write(RowOf(row, input, groups))));
            if (rows.Count == RowsAPage)
            {
                return new SourcePage(rows, (from + rows.Count).ToString(CultureInfo.InvariantCulture));
            }
        }

        return new SourcePage(rows, null);
    }

    private static RecipePhotoRow RowOf(Row row, RecipePhotosInput input, IReadOnlyDictionary<string, PhotoGroups> groups)
    {
        if (row.Outcome is not ("succeeded" or "empty"))
        {
            return new RecipePhotoRow(row.Outcome, row.Reason ?? row.Outcome, row.Value);
        }

        var value = row.Value.ValueKind == JsonValueKind.Object ? JsonObject.Create(row.Value)! : new JsonObject { ["value"] = JsonSerializer.SerializeToNode(row.Value) };
        string? reason = null;
        foreach (var (name, found) in groups)
        {
            var place = found.Of(row.Key);
            var takesPart = input.Where?.GetValueOrDefault(name) is not { } field || (row.Value.ValueKind == JsonValueKind.Object && row.Value.TryGetProperty(field, out var flag) && flag.ValueKind == JsonValueKind.True);
            if (takesPart && !place.Best && input.KeepBest?.Values.Contains(name) == true)
            {
                reason ??= Why(place, found, name);
            }

            value[name] = JsonSerializer.SerializeToNode(place, ActionJson.Options);
        }

        return new RecipePhotoRow(reason is null ? row.Outcome : "rejected", reason, JsonSerializer.SerializeToElement(value));
    }

    // The explanation compares the best with the next; a photo further down also needs its own number.
    private static string Why(PhotoPlace place, PhotoGroups found, string result) =>
        place is { Explanation: { } explanation }
            ? place is { Rank: > 2, Score: { } score } ? string.Create(CultureInfo.InvariantCulture, $"{explanation} This one is number {place.Rank} with {score:0.00}.") : explanation
            : $"`{found.BestOf(place.Group!)}` is the best of {place.Count} photos ({result})";
}
