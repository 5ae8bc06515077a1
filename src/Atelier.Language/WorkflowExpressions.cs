using Atelier.Language.Cel;
using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Functions;
using Atelier.Language.Cel.Values;

namespace Atelier.Language;

/// <summary>How expressions inside workflows are read: numbers mix by widening, and <c>now()</c> is known.</summary>
public static class WorkflowExpressions
{
    /// <summary>The name under which an activation gives the time that <c>now()</c> answers, as a timestamp. No text can write it.</summary>
    public const string NowName = "$now";

    /// <summary>The options of every expression of a workflow.</summary>
    public static CelOptions Options { get; } = new()
    {
        MixedNumbers = true,
        Functions = CelFunctions.Standard.With("now", 0, Now),
    };

    private static CelValue? Now(ReadOnlySpan<CelValue> arguments, CelContext context) =>
        context.Activation.TryResolve(NowName, out var value)
            ? value
            : new CelErrorValue(CelCodes.Unavailable, "now() has no value here");
}
