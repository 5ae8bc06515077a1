namespace Atelier.Workspace.Schedules;

/// <summary>One of the five fields: which values it has, and whether it was written with a leading <c>*</c>.</summary>
/// <param name="Mask">Bit n: the value n.</param>
/// <param name="Star">Written as <c>*</c> or <c>*/n</c>, which matters to the rule of the two day fields.</param>
public readonly record struct CronField(ulong Mask, bool Star)
{
    public bool Has(int value) => (Mask >> value & 1) != 0;

    /// <summary>The values, in order.</summary>
    public IEnumerable<int> Values(int min, int max)
    {
        for (var value = min; value <= max; value++)
        {
            if (Has(value))
            {
                yield return value;
            }
        }
    }

    /// <summary>Whether every value of the range is there.</summary>
    public bool IsAll(int min, int max) => Values(min, max).Count() == max - min + 1;
}
