namespace Atelier.Language.Cel.Values;

/// <summary>
/// A failed evaluation on its way through an expression. <c>&amp;&amp;</c>, <c>||</c> and <c>?:</c> may leave it behind; everything else
/// passes it on. A host returns one for a name that exists but cannot be read.
/// </summary>
public sealed class CelErrorValue(string code, string message, int offset = -1) : CelValue
{
    /// <summary>The <c>ATL13xx</c> code.</summary>
    public string Code { get; } = code;

    /// <summary>What went wrong, as a sentence without a full stop.</summary>
    public string Message { get; } = message;

    /// <summary>Where in the expression, in UTF-16 units from 0; -1 when unknown.</summary>
    public int Offset { get; } = offset;

    /// <summary>True when the value is not there rather than wrong: <c>.?</c>, <c>[?]</c> and <c>has()</c> then see an absent value.</summary>
    public bool IsAbsent { get; private init; }

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Error;

    /// <inheritdoc/>
    public override CelType Type => CelType.Error;

    /// <summary>A value that does not exist, with the reason: reading it is an error, asking with <c>.?</c> or <c>has()</c> is not.</summary>
    public static CelErrorValue Absent(string message, string code = CelCodes.Unavailable) => new(code, message) { IsAbsent = true };

    /// <summary>The same failure at a place; a failure that already has one keeps it.</summary>
    public CelErrorValue At(int offset) => Offset >= 0 ? this : new CelErrorValue(Code, Message, offset) { IsAbsent = IsAbsent };

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Message);

    /// <inheritdoc/>
    public override string ToString() => $"{Code}: {Message}";
}
