using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Atelier.Sdk;

namespace Atelier.Actions.Vision.Detection;

/// <summary>What <c>vision.detect</c> yields.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record DetectOutput(
    [property: Description("Of the upright picture, pixels.")] int Width,
    [property: Description("Of the upright picture, pixels.")] int Height,
    [property: Description("Objects found.")] int Count,
    [property: Description("The objects, best first: label, class, score, box{left, top, right, bottom} in pixels.")] IReadOnlyList<SeenObject> Objects,
    [property: Description("Who found them: each model's name and digest.")] IReadOnlyList<string> MadeBy)
{
    /// <summary>
    /// For each class that was asked for or found, under its singular and its plural name: <c>{ count, objects }</c>, so that
    /// <c>detected_objects.faces.count > 5</c> can be written. A class that was asked for is there also when nothing was found.
    /// </summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> ByClass { get; init; } = [];

    /// <summary>Counts by class. Names of the output's own members are left to these.</summary>
    public static DetectOutput Of(int width, int height, IReadOnlyList<SeenObject> objects, IReadOnlyList<string> madeBy, IEnumerable<string> asked)
    {
        var output = new DetectOutput(width, height, objects.Count, objects, madeBy);
        foreach (var name in asked.Concat(objects.SelectMany(static seen => new[] { seen.Class ?? seen.Label, seen.Label })))
        {
            var member = ClassNames.Member(name);
            if (member is "" or "width" or "height" or "count" or "objects" or "made_by" || output.ByClass.ContainsKey(member))
            {
                continue;
            }

            var these = objects.Where(seen => seen.IsOf([name])).ToList();
            var group = ActionJson.Write(new ClassCount(these.Count, these));
            output.ByClass[member] = group;
            output.ByClass.TryAdd(ClassNames.Plural(member), group);
            if (member == "person")
            {
                output.ByClass.TryAdd("people", group);
            }
        }

        return output;
    }
}

/// <summary>The objects of one class.</summary>
internal sealed record ClassCount(int Count, IReadOnlyList<SeenObject> Objects);
