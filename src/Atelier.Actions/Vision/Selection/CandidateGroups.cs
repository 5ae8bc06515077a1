using System.Text.Json.Serialization;

namespace Atelier.Actions.Vision.Selection;

/// <summary>What vision.group or images.group_similar yields, as far as a choice needs it; null groups: there are none.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record CandidateGroups(IReadOnlyList<CandidateGroup>? Groups);
