using System.Text.Json.Serialization;

namespace Atelier.Actions.Vision.Selection;

/// <summary>A group of vision.group or images.group_similar; further members are read over.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record CandidateGroup(string Key, IReadOnlyList<string> Members);
