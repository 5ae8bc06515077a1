using System.Diagnostics.CodeAnalysis;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel;

/// <summary>What an evaluation gave: a value or an error.</summary>
public readonly record struct CelResult
{
    private CelResult(CelValue? value, CelError? error) => (Value, Error) = (value, error);

    /// <summary>The value; null when there is an error. Never a <see cref="CelErrorValue"/>.</summary>
    public CelValue? Value { get; }

    /// <summary>The error; null when there is a value.</summary>
    public CelError? Error { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsValue => Value is not null;

    internal static CelResult From(CelValue value) => value is CelErrorValue error
        ? new(null, new CelError(error.Code, error.Message, error.Offset))
        : new(value, null);
}
