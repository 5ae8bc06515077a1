using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel;

/// <summary>Names and values that are known before the evaluation starts.</summary>
public sealed class CelVariables(IReadOnlyDictionary<string, CelValue> values) : ICelActivation
{
    /// <summary>No names.</summary>
    public static CelVariables None { get; } = new(new Dictionary<string, CelValue>());

    /// <inheritdoc/>
    public bool TryResolve(string name, out CelValue value)
    {
        if (values.TryGetValue(name, out var found))
        {
            value = found;
            return true;
        }

        value = CelNull.Instance;
        return false;
    }
}
