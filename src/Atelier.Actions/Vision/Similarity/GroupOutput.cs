using System.ComponentModel;
using Atelier.Actions.Images.Grouping;

namespace Atelier.Actions.Vision.Similarity;

/// <summary>What <c>vision.group</c> yields.</summary>
internal sealed record GroupOutput(
    [property: Description("The groups, by key: key (the smallest of the members' keys), members, representative.")] IReadOnlyList<PictureGroup> Groups,
    [property: Description("How many groups there are.")] int Count,
    [property: Description("The keys that stay when only the best of each group is kept: representatives, and pictures that are like no other.")] IReadOnlyList<string> Keep,
    [property: Description("Pictures compared.")] int Pictures,
    [property: Description("Pictures that are in a group and not its representative.")] int Duplicates,
    [property: Description("Items that had no vector.")] int WithoutVector);
