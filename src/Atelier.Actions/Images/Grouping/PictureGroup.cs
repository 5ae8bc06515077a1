using System.ComponentModel;

namespace Atelier.Actions.Images.Grouping;

/// <summary>Pictures that are alike.</summary>
internal sealed record PictureGroup(
    [property: Description("The group's name: the smallest of its members' keys. Pictures that join other groups do not change it.")] string Key,
    [property: Description("The keys of its pictures, in order.")] IReadOnlyList<string> Members,
    [property: Description("The key of the best picture by `prefer`, else the group's key.")] string Representative)
{
    /// <summary>Groups out of parts, by key: those of two or more, and of one when <paramref name="singles"/>.</summary>
    public static IReadOnlyList<PictureGroup> From(ConnectedParts parts, bool singles, Func<int, (string Key, double? Preference)> picture) =>
        [.. parts.All()
            .Where(part => singles || part.Count > 1)
            .Select(part => Of([.. part.Select(picture).OrderBy(member => member.Key, StringComparer.Ordinal)]))
            .OrderBy(group => group.Key, StringComparer.Ordinal)];

    private static PictureGroup Of(IReadOnlyList<(string Key, double? Preference)> members) =>
        new(
            members[0].Key,
            [.. members.Select(member => member.Key)],
            members.MaxBy(member => member.Preference ?? double.NegativeInfinity).Key);
}
