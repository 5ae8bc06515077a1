using System.Collections.Frozen;
using Atelier.Language.Validation;
using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>
/// The classes people ask detectors for. The detector's own labels decide at run time; here only what a model trained on COCO is known to find, what
/// stands for several of its labels, and what it never finds is told.
/// </summary>
internal static class RecipeClasses
{
    /// <summary>The 80 labels of COCO 2017 and <c>face</c>, which a face model finds.</summary>
    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(
    [
        "person", "bicycle", "car", "motorcycle", "airplane", "bus", "train", "truck", "boat", "traffic light", "fire hydrant", "stop sign", "parking meter", "bench",
        "bird", "cat", "dog", "horse", "sheep", "cow", "elephant", "bear", "zebra", "giraffe", "backpack", "umbrella", "handbag", "tie", "suitcase", "frisbee", "skis",
        "snowboard", "sports ball", "kite", "baseball bat", "baseball glove", "skateboard", "surfboard", "tennis racket", "bottle", "wine glass", "cup", "fork", "knife",
        "spoon", "bowl", "banana", "apple", "sandwich", "orange", "broccoli", "carrot", "hot dog", "pizza", "donut", "cake", "chair", "couch", "potted plant", "bed",
        "dining table", "toilet", "tv", "laptop", "mouse", "remote", "keyboard", "cell phone", "microwave", "oven", "toaster", "sink", "refrigerator", "book", "clock",
        "vase", "scissors", "teddy bear", "hair drier", "toothbrush", "face",
    ]);

    /// <summary>Words that stand for several labels; <c>vision.detect</c> reads them the same way.</summary>
    private static readonly FrozenDictionary<string, string> Groups = new Dictionary<string, string>
    {
        ["pet"] = "cat, dog",
        ["animal"] = "bird, cat, dog, horse, sheep, cow, elephant, bear, zebra, giraffe",
        ["wildlife"] = "bird, elephant, bear, zebra, giraffe",
        ["livestock"] = "horse, sheep, cow",
        ["furniture"] = "chair, couch, bed, dining table",
        ["vehicle"] = "bicycle, car, motorcycle, airplane, bus, train, truck, boat",
        ["people"] = "person",
        ["human"] = "person",
        ["ball"] = "sports ball",
        ["plant"] = "potted plant",
        ["table"] = "dining table",
        ["sofa"] = "couch",
        ["phone"] = "cell phone",
        ["bike"] = "bicycle",
        ["plane"] = "airplane",
    }.ToFrozenDictionary();

    /// <summary>Warns of each class that a common detector reads differently or does not find.</summary>
    public static void Check(YamlNode classes, DiagnosticBag diagnostics)
    {
        foreach (var name in (classes as YamlList)?.Items.OfType<YamlScalar>() ?? new[] { classes }.OfType<YamlScalar>())
        {
            if (name.Type != ScalarType.Text || Known.Contains(Plain(name.Text)))
            {
                continue;
            }

            if (Groups.TryGetValue(Plain(name.Text), out var meant))
            {
                diagnostics.Warning(DiagnosticCodes.RecipeMappedClass, name.Position, $"`{name.Text}` stands for what the detector calls {meant}.");
            }
            else
            {
                diagnostics.Warning(
                    DiagnosticCodes.RecipeUnknownClass,
                    name.Position,
                    $"Detectors trained on COCO have no class `{name.Text}`; it is found only by a model that has this label.",
                    NearNames.DidYouMean(name.Text, Known.Concat(Groups.Keys)));
            }
        }
    }

    private static string Plain(string name) => name.Trim().ToLowerInvariant().Replace('_', ' ');
}
