using Atelier.Language.Cel.Functions;

namespace Atelier.Language.Cel;

/// <summary>How an expression is read and evaluated.</summary>
public sealed record CelOptions
{
    /// <summary>Strict CEL with the standard functions.</summary>
    public static CelOptions Strict { get; } = new();

    /// <summary>As <see cref="Strict"/>, with <see cref="MixedNumbers"/>.</summary>
    public static CelOptions Mixed { get; } = new() { MixedNumbers = true };

    /// <summary>
    /// True: int, uint and double mix in arithmetic by widening to double, <c>%</c> takes whole doubles, and a whole double goes
    /// where a function takes an int. Default false, as CEL has it.
    /// </summary>
    public bool MixedNumbers { get; init; }

    /// <summary>How many units one evaluation may spend: one a step, an element visited, and per 16 characters or bytes built or searched.</summary>
    public long CostLimit { get; init; } = 1_000_000;

    /// <summary>
    /// A dotted prefix that names are first tried with. When it is set (the empty string will do), names with dots are looked up whole
    /// before they are taken as selections. Default null: only simple names are looked up.
    /// </summary>
    public string? Container { get; init; }

    /// <summary>The functions that an expression may call.</summary>
    public CelFunctions Functions { get; init; } = CelFunctions.Standard;
}
