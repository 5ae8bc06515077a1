using System.ComponentModel;

namespace Atelier.Actions.Vision.Selection;

/// <summary>What <c>vision.select_best</c> yields.</summary>
internal sealed record SelectBestOutput(
    [property: Description("The key of the best candidate of all groups; null when there are no candidates.")] string? Best,
    [property: Description("Its score, 1 to 10; null when no part counts.")] double? Score,
    [property: Description("Why it is, in words and numbers.")] string Explanation,
    [property: Description("The chosen keys of all groups, in the groups' order.")] IReadOnlyList<string> Selected,
    [property: Description("A choice for each group: group, best, score, selected, ranking, explanation.")] IReadOnlyList<GroupChoice> Groups,
    [property: Description("Candidates looked at.")] int Candidates);
