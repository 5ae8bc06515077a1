using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Recipes;

/// <summary>
/// The groups of one result by the key of each photo in them. Reads what vision.group writes (<c>key, members, representative</c>) and what
/// vision.select_best writes (<c>group, ranking, selected, explanation</c>). A result without groups leaves every photo alone.
/// </summary>
internal sealed class PhotoGroups
{
    private static readonly PhotoPlace Alone = new(null, 1, true, null, null, null);

    private readonly Dictionary<string, PhotoPlace> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _bestOf = new(StringComparer.Ordinal);

    private PhotoGroups()
    {
    }

    /// <summary>Reads a result.</summary>
    public static async ValueTask<PhotoGroups> ReadAsync(JsonElement result, ActionContext context, CancellationToken cancellationToken)
    {
        var groups = new PhotoGroups();
        groups.Read(await HeldValue.ReadAsync(result, context, cancellationToken).ConfigureAwait(false));
        return groups;
    }

    /// <summary>Where a photo stands.</summary>
    public PhotoPlace Of(string key) => _places.GetValueOrDefault(key, Alone);

    /// <summary>The best photo of a group.</summary>
    public string BestOf(string group) => _bestOf.GetValueOrDefault(group, group);

    private void Read(JsonElement result)
    {
        if (result.ValueKind != JsonValueKind.Object || !result.TryGetProperty("groups", out var groups) || groups.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (var group in groups.EnumerateArray().Where(static group => group.ValueKind == JsonValueKind.Object))
        {
            Add(group);
        }
    }

    private void Add(JsonElement group)
    {
        var name = Text(group, "key") ?? Text(group, "group") ?? string.Empty;
        var chosen = Texts(group, "selected") ?? [Text(group, "representative") ?? Text(group, "best") ?? name];
        _bestOf[name] = chosen.FirstOrDefault() ?? name;
        var explanation = Text(group, "explanation");
        if (Texts(group, "members") is { } members)
        {
            foreach (var key in members)
            {
                _places[key] = new PhotoPlace(name, members.Count, chosen.Contains(key), null, null, explanation);
            }
        }
        else if (group.TryGetProperty("ranking", out var ranking) && ranking.ValueKind == JsonValueKind.Array)
        {
            foreach (var place in ranking.EnumerateArray().Where(static place => Text(place, "key") is not null))
            {
                var key = Text(place, "key")!;
                _places[key] = new PhotoPlace(name, ranking.GetArrayLength(), chosen.Contains(key), (int?)Number(place, "rank"), Number(place, "score"), explanation);
            }
        }
    }

    private static string? Text(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;

    private static double? Number(JsonElement value, string name) =>
        value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Number ? member.GetDouble() : null;

    private static List<string>? Texts(JsonElement value, string name) =>
        value.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.String).Select(static item => item.GetString()!)]
            : null;
}

/// <summary>Where a photo stands in a result.</summary>
/// <param name="Group">The group's name; null: it is in none.</param>
/// <param name="Count">Photos in the group, itself included.</param>
/// <param name="Best">Whether it was chosen; true for a photo in no group.</param>
/// <param name="Rank">1 is the best; null: no ranking.</param>
/// <param name="Score">1 to 10; null: none.</param>
/// <param name="Explanation">Why the best is the best; null: nothing says it.</param>
internal sealed record PhotoPlace(string? Group, int Count, bool Best, int? Rank, double? Score, string? Explanation);
