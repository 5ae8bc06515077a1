using Atelier.Language.Cel.Values;

namespace Atelier.Language.Tests.Cel;

/// <summary>Sameness of values that is stricter than the language's equality: types must agree too, and NaN is NaN.</summary>
internal static class ExactValue
{
    public static bool Same(CelValue left, CelValue right) => left.Kind == right.Kind && (left, right) switch
    {
        (CelDouble a, CelDouble b) => a.Value.Equals(b.Value),
        (CelList a, CelList b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (CelMap a, CelMap b) => a.Count == b.Count && a.All(entry => b.Any(other => Same(entry.Key, other.Key) && Same(entry.Value, other.Value))),
        (CelOptional { Value: { } a }, CelOptional { Value: { } b }) => Same(a, b),
        _ => CelValue.CelEquals(left, right),
    };
}
