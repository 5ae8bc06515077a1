namespace Atelier.Language.Cel.Values;

/// <summary>The type of a value of the expression language.</summary>
public enum CelKind
{
    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool,

    /// <summary>A signed 64-bit integer.</summary>
    Int,

    /// <summary>An unsigned 64-bit integer.</summary>
    Uint,

    /// <summary>An IEEE 754 double.</summary>
    Double,

    /// <summary>A string of Unicode code points.</summary>
    String,

    /// <summary>A sequence of bytes.</summary>
    Bytes,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map from int, uint, bool or string to anything.</summary>
    Map,

    /// <summary>A point in time with nanoseconds.</summary>
    Timestamp,

    /// <summary>A length of time with nanoseconds.</summary>
    Duration,

    /// <summary>A type as a value.</summary>
    Type,

    /// <summary>A value that may be absent.</summary>
    Optional,

    /// <summary>A network address or range, which only its own functions look into.</summary>
    Network,

    /// <summary>The evaluation went wrong.</summary>
    Error,
}
