using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>One evaluation: its names, its local variables and what it may still spend. Used by one thread.</summary>
public sealed class CelContext
{
    private const int PatternCost = 1_000;

    private readonly long _limit;
    private long _remaining;
    private HashSet<string>? _patterns;

    internal CelContext(ICelActivation activation, CelOptions options, int locals)
    {
        Activation = activation;
        MixedNumbers = options.MixedNumbers;
        Locals = locals == 0 ? [] : new CelValue[locals];
        _limit = _remaining = options.CostLimit;
    }

    /// <summary>Whether int, uint and double mix (<see cref="CelOptions.MixedNumbers"/>).</summary>
    public bool MixedNumbers { get; }

    internal ICelActivation Activation { get; }

    internal CelValue[] Locals { get; }

    /// <summary>Set once the evaluation as a whole has failed: no operator may leave this error behind.</summary>
    internal CelErrorValue? Fatal { get; private set; }

    /// <summary>Spends units; false when there are none left, which ends the evaluation with an error whatever is returned after it.</summary>
    public bool Charge(long units)
    {
        _remaining -= units;
        if (_remaining >= 0)
        {
            return true;
        }

        Fatal ??= new CelErrorValue(CelCodes.CostLimit, $"the expression took more than {_limit} steps");
        return false;
    }

    /// <summary>Spends what building or searching a text or a sequence of bytes of this length costs.</summary>
    public bool ChargeText(long length) => Charge(1 + (length >> 4));

    /// <summary>Spends what compiling a pattern costs, once for each in an evaluation: whether it is still kept from another must not matter.</summary>
    internal bool ChargePattern(string pattern) => !(_patterns ??= []).Add(pattern) || Charge(PatternCost + pattern.Length);

    internal void Abort(CelErrorValue error) => Fatal ??= error;
}
