using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Evaluation;

/// <summary>
/// Walks the range of a comprehension and sets its variables: one variable is the element or key, two are index and element or key and
/// value. Every step is charged.
/// </summary>
internal ref struct RangeWalker
{
    private readonly CelContext _context;
    private readonly int _slot;
    private readonly bool _isPair;
    private readonly IEnumerator<CelValue>? _elements;
    private readonly IEnumerator<KeyValuePair<CelValue, CelValue>>? _entries;
    private int _index;

    public RangeWalker(CelValue range, string macro, int slot, bool isPair, CelContext context)
    {
        (_context, _slot, _isPair) = (context, slot, isPair);
        switch (range)
        {
            case CelList list when (Failure = list.EnumerationError) is null:
                _elements = list.GetEnumerator();
                break;
            case CelMap map when (Failure = map.EnumerationError) is null:
                _entries = map.GetEnumerator();
                break;
            case CelErrorValue error:
                Failure = error;
                break;
            default:
                Failure ??= Errors.NotRange(macro, range);
                break;
        }
    }

    /// <summary>Why the range cannot be walked, or could not be walked to its end.</summary>
    public CelErrorValue? Failure { get; private set; }

    /// <summary>The variable's value; of two, the first's.</summary>
    public CelValue Current { get; private set; } = CelNull.Instance;

    public bool Next()
    {
        if (Failure is not null || !_context.Charge(1))
        {
            return false;
        }

        return _elements is not null ? NextElement(_elements) : _entries is not null && NextEntry(_entries);
    }

    private bool NextElement(IEnumerator<CelValue> elements)
    {
        if (!elements.MoveNext())
        {
            return false;
        }

        if (elements.Current is CelErrorValue error)
        {
            Failure = error;
            return false;
        }

        Current = _isPair ? CelInt.Of(_index++) : elements.Current;
        Set(elements.Current);
        return true;
    }

    private bool NextEntry(IEnumerator<KeyValuePair<CelValue, CelValue>> entries)
    {
        if (!entries.MoveNext())
        {
            return false;
        }

        Current = entries.Current.Key;
        Set(entries.Current.Value);
        return true;
    }

    private readonly void Set(CelValue second)
    {
        _context.Locals[_slot] = Current;
        if (_isPair)
        {
            _context.Locals[_slot + 1] = second;
        }
    }
}
