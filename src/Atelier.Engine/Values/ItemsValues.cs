using System.Text.Json.Nodes;
using Atelier.Engine.Runs;
using Atelier.Language.Cel.Values;

namespace Atelier.Engine.Values;

/// <summary>Turns stored handles back into values.</summary>
internal static class ItemsValues
{
    public static JsonNode CountsSchema { get; } = JsonNode.Parse(
        """{"type":"object","properties":{"total":{"type":"integer"},"succeeded":{"type":"integer"},"empty":{"type":"integer"},"rejected":{"type":"integer"},"failed":{"type":"integer"},"skipped":{"type":"integer"}}}""")!;

    public static JsonNode RoundsSchema { get; } = JsonNode.Parse("""{"type":"object","properties":{"rounds":{"type":"integer"}}}""")!;

    /// <summary>The value with every <c>{"$items":...}</c> in it replaced.</summary>
    public static CelValue Restore(CelValue value, IItemsReader reader)
    {
        switch (value)
        {
            case CelMap map when map.TryGet(ItemsHandle.Member, out var handle) && handle is CelMap members:
                return new ItemsValue(
                    new RunId(Long(members, "run")), (int)Long(members, "source"), (int)Long(members, "block"), Long(members, "count"), Text(members, "hash"), reader);
            case CelMap map:
                return CelMap.Of(map.Select(entry => new KeyValuePair<CelValue, CelValue>(entry.Key, Restore(entry.Value, reader))));
            case CelList list:
                return CelList.Of([.. list.Select(element => Restore(element, reader))]);
            default:
                return value;
        }
    }

    private static long Long(CelMap map, string name) => map.TryGet(name, out var value)
        ? value switch { CelDouble number => (long)number.Value, CelInt number => number.Value, _ => 0 }
        : 0;

    private static string Text(CelMap map, string name) => map.TryGet(name, out var value) && value is CelString text ? text.Value : string.Empty;
}
