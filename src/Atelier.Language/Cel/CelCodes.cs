namespace Atelier.Language.Cel;

/// <summary>The codes of everything that can be wrong with an expression (<c>ATL13xx</c>).</summary>
public static class CelCodes
{
    /// <summary>The text is not an expression.</summary>
    public const string Syntax = "ATL1301";

    /// <summary>A literal has no value: number out of range, unknown escape, unterminated string.</summary>
    public const string Literal = "ATL1302";

    /// <summary>The text is longer than allowed.</summary>
    public const string TooLong = "ATL1303";

    /// <summary>The expression is nested deeper than allowed.</summary>
    public const string TooDeep = "ATL1304";

    /// <summary>A reserved word stands where a name is expected.</summary>
    public const string Reserved = "ATL1305";

    /// <summary>A macro such as <c>has</c> or <c>map</c> is used with arguments it cannot take.</summary>
    public const string Macro = "ATL1306";

    /// <summary>The expression builds a message, which this language has no types for.</summary>
    public const string Message = "ATL1307";

    /// <summary>A name means nothing here.</summary>
    public const string UnknownName = "ATL1320";

    /// <summary>A map has no such key.</summary>
    public const string NoSuchKey = "ATL1321";

    /// <summary>A list has no such index.</summary>
    public const string OutOfRange = "ATL1322";

    /// <summary>An operator or function does not take values of these types.</summary>
    public const string NoOverload = "ATL1323";

    /// <summary>No function has this name and number of arguments.</summary>
    public const string UnknownFunction = "ATL1324";

    /// <summary>A result is outside the range of its type.</summary>
    public const string Overflow = "ATL1325";

    /// <summary>A division by zero.</summary>
    public const string DivideByZero = "ATL1326";

    /// <summary>A value cannot be converted to the type asked for.</summary>
    public const string Conversion = "ATL1327";

    /// <summary>A map is built with two equal keys or with a key of a type that keys cannot have.</summary>
    public const string MapKey = "ATL1328";

    /// <summary>The evaluation took more steps than allowed.</summary>
    public const string CostLimit = "ATL1329";

    /// <summary>An argument has the right type and a wrong value (a pattern, a format, a time zone).</summary>
    public const string Argument = "ATL1330";

    /// <summary>The value of an absent optional is read.</summary>
    public const string NoValue = "ATL1331";

    /// <summary>A name exists, but what it stands for cannot be read now.</summary>
    public const string Unavailable = "ATL1332";

    /// <summary>A value has no JSON form.</summary>
    public const string NoJson = "ATL1333";

    /// <summary>A JSON text cannot be read as a value.</summary>
    public const string BadJson = "ATL1334";
}
