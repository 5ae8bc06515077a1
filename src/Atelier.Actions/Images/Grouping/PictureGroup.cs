using System.ComponentModel;

namespace Atelier.Actions.Images.Grouping;

/// <summary>Pictures that are alike.</summary>
internal sealed record PictureGroup(
    [property: Description("The group's name: the smallest of its members' keys. Pictures that join other groups do not change it.")] string Key,
    [property: Description("The keys of its pictures, in order.")] IReadOnlyList<string> Members,
    [property: Description("The key of the best picture by `prefer`, else the group's key.")] string Representative);
