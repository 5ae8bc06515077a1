using System.ComponentModel;

namespace Atelier.Actions.Images.Grouping;

/// <summary>What <c>images.group_similar</c> yields.</summary>
internal sealed record GroupSimilarOutput(
    [property: Description("The groups, by key.")] IReadOnlyList<PictureGroup> Groups,
    [property: Description("Pictures compared.")] int Pictures,
    [property: Description("Pictures that are in a group and not its representative.")] int Duplicates,
    [property: Description("Items that had no hash.")] int WithoutHash);
