namespace Atelier.Language.Binding;

/// <summary>What handlers see beside steps.</summary>
internal static class HandlerNames
{
    public static IReadOnlyDictionary<string, OutputShape> Locals { get; } = new Dictionary<string, OutputShape>
    {
        ["error"] = OutputShape.Any,
        ["errors"] = OutputShape.Any,
    };
}
