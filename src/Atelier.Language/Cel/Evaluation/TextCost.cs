using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>What reading a value once costs beyond the step itself: nothing, unless it is a long text or many bytes.</summary>
internal static class TextCost
{
    public static long Of(CelValue value) => value switch
    {
        CelString text => text.Value.Length >> 4,
        CelBytes bytes => bytes.Value.Length >> 4,
        _ => 0,
    };
}
