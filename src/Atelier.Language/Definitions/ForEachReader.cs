using System.Globalization;
using Atelier.Language.Plans;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>Reads the keys of a step with <c>for_each</c>.</summary>
internal static class ForEachReader
{
    public static StepDefinition Read(MapReader reader)
    {
        var itemName = reader.Text("as");
        return new ForEachDefinition
        {
            Items = reader.Node("for_each")!,
            As = itemName?.Text ?? "item",
            AsPosition = itemName?.Position ?? reader.Map.Find("for_each")!.Key.Position,
            Key = reader.Node("key"),
            OnDuplicate = reader.Choice("on_duplicate", ("error", DuplicateKeys.Error), ("first", DuplicateKeys.First), ("last", DuplicateKeys.Last)) ?? DuplicateKeys.Error,
            Collection = reader.Node("collection"),
            Parallel = reader.Integer("parallel", 1, 100_000),
            Window = reader.Integer("window", 1, 100_000),
            OnItemFailure = reader.Choice("on_item_failure", ("fail", ItemFailurePolicy.Fail), ("quarantine", ItemFailurePolicy.Quarantine), ("ignore", ItemFailurePolicy.Ignore)) ?? ItemFailurePolicy.Fail,
            Tolerate = ReadTolerance(reader.Node("tolerate"), reader.Diagnostics),
            Yield = reader.Node("yield"),
            Body = StepReader.ReadBody(reader),
        };
    }

    private static Tolerance? ReadTolerance(YamlNode? node, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlScalar { Type: ScalarType.Integer } scalar when scalar.TryGetInteger(out var count) && count >= 0:
                return new Tolerance(count, null);
            case YamlScalar { Type: ScalarType.Text } scalar
                when scalar.Text.EndsWith('%')
                && double.TryParse(scalar.Text.AsSpan(0, scalar.Text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
                && percent <= 100:
                return new Tolerance(null, percent / 100);
            default:
                diagnostics.Error(DiagnosticCodes.BadTolerance, node.Position, $"`tolerate` takes a count such as `20` or a percentage such as `5%`, not {node.Kind}.");
                return null;
        }
    }
}
