using Atelier.Language.Cel.Functions;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>A call of a function with strict arguments: the first error among them is the result.</summary>
internal sealed class CallNode(string name, CelFunction function, EvaluationNode[] arguments, int offset) : EvaluationNode
{
    public override CelValue Evaluate(CelContext context)
    {
        context.Charge(1);
        CelValue value;
        switch (arguments.Length)
        {
            case 0:
                value = Invoke([], context);
                break;
            case 1:
                var only = arguments[0].Evaluate(context);
                value = only.IsError ? only : Invoke([only], context);
                break;
            case 2:
                var first = arguments[0].Evaluate(context);
                if (first.IsError)
                {
                    return first;
                }

                var second = arguments[1].Evaluate(context);
                value = second.IsError ? second : Invoke([first, second], context);
                break;
            default:
                value = Many(context);
                break;
        }

        return value is CelErrorValue error ? error.At(offset) : value;
    }

    private CelValue Many(CelContext context)
    {
        var values = new CelValue[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(context);
            if (values[i].IsError)
            {
                return values[i];
            }
        }

        return Invoke(values, context);
    }

    private CelValue Invoke(ReadOnlySpan<CelValue> values, CelContext context) =>
        function(values, context) ?? (context.MixedNumbers ? InvokeWithInts(values, context) : null) ?? Errors.NoOverload(name, values);

    /// <summary>Numbers read from JSON are doubles; where a function wants an int, a whole one will do.</summary>
    private CelValue? InvokeWithInts(ReadOnlySpan<CelValue> values, CelContext context)
    {
        var converted = values.ToArray();
        var any = false;
        for (var i = 0; i < converted.Length; i++)
        {
            if (converted[i] is CelDouble && Numbers.TryToLong(converted[i], out var whole))
            {
                converted[i] = CelInt.Of(whole);
                any = true;
            }
        }

        return any ? function(converted, context) : null;
    }
}
