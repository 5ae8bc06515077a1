using System.Collections.Frozen;

namespace Atelier.Actions.Vision.Detection;

/// <summary>
/// Words people use for classes, and the labels of common detectors (COCO's 80, Open Images) that they mean. A model that has the word itself among
/// its labels answers to it as well.
/// </summary>
internal static class ClassNames
{
    private static readonly FrozenDictionary<string, string[]> Meanings = new Dictionary<string, string[]>
    {
        ["people"] = ["person"],
        ["human"] = ["person"],
        ["person"] = ["man", "woman", "boy", "girl", "child"],
        ["face"] = ["human face"],
        ["pet"] = ["cat", "dog"],
        ["animal"] = ["bird", "cat", "dog", "horse", "sheep", "cow", "elephant", "bear", "zebra", "giraffe"],
        ["wildlife"] = ["bird", "elephant", "bear", "zebra", "giraffe", "deer", "fox", "lion", "tiger"],
        ["livestock"] = ["horse", "sheep", "cow"],
        ["vehicle"] = ["bicycle", "car", "motorcycle", "motorbike", "airplane", "aeroplane", "bus", "train", "truck", "boat"],
        ["bike"] = ["bicycle"],
        ["motorcycle"] = ["motorbike"],
        ["plane"] = ["airplane", "aeroplane"],
        ["airplane"] = ["aeroplane"],
        ["ship"] = ["boat"],
        ["furniture"] = ["chair", "couch", "sofa", "bed", "dining table", "diningtable", "table", "desk"],
        ["couch"] = ["sofa"],
        ["sofa"] = ["couch"],
        ["table"] = ["dining table", "diningtable"],
        ["tv"] = ["tvmonitor", "television"],
        ["plant"] = ["potted plant", "pottedplant", "houseplant"],
        ["ball"] = ["sports ball"],
        ["phone"] = ["cell phone", "mobile phone"],
        ["food"] = ["banana", "apple", "sandwich", "orange", "broccoli", "carrot", "hot dog", "pizza", "donut", "cake"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Plurals = new Dictionary<string, string>
    {
        ["child"] = "children",
        ["man"] = "men",
        ["woman"] = "women",
        ["mouse"] = "mice",
        ["knife"] = "knives",
        ["sheep"] = "sheep",
        ["deer"] = "deer",
        ["people"] = "people",
        ["furniture"] = "furniture",
        ["wildlife"] = "wildlife",
        ["livestock"] = "livestock",
        ["scissors"] = "scissors",
        ["skis"] = "skis",
        ["toothbrush"] = "toothbrushes",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The labels that a class means besides its own word; none for a class that is not in the table.</summary>
    public static IReadOnlyList<string> LabelsOf(string name) => Meanings.GetValueOrDefault(name) ?? [];

    /// <summary>Whether two words are the same but for case and for the way they are joined (<c>dining table</c>, <c>dining_table</c>).</summary>
    public static bool Same(string a, string b) => string.Equals(Member(a), Member(b), StringComparison.Ordinal);

    /// <summary>As the name of a member that expressions can read: <c>traffic light</c> is <c>traffic_light</c>.</summary>
    public static string Member(string name)
    {
        var letters = name.Trim().Select(static letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '_').ToArray();
        var member = new string(letters);
        return member.Length > 0 && char.IsAsciiDigit(member[0]) ? "_" + member : member;
    }

    /// <summary>The English plural of a member's name: <c>face</c> is <c>faces</c>, <c>bench</c> is <c>benches</c>.</summary>
    public static string Plural(string member) =>
        Plurals.TryGetValue(member, out var plural) ? plural
        : member.EndsWith('s') || member.EndsWith('x') || member.EndsWith("ch", StringComparison.Ordinal) || member.EndsWith("sh", StringComparison.Ordinal) ? member + "es"
        : member is [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] ? member[..^1] + "ies"
        : member + "s";
}
