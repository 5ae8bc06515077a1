using System.ComponentModel;
using System.Text.Json.Serialization;
using Atelier.Sdk;

namespace Atelier.Actions.Data;

/// <summary>Which rows a join yields.</summary>
internal enum JoinKind
{
    /// <summary>Every left row, with its match or without.</summary>
    Left,

    /// <summary>Left rows that have a match.</summary>
    Inner,

    /// <summary>Every left row, then the right rows that no left row met.</summary>
    Outer,
}

/// <summary>Which fields must be equal.</summary>
internal sealed record JoinFields
{
    [Description("Field or fields of the left rows: names, JSON pointers, or $key for the row's own key.")]
    public required OneOrMany Left { get; init; }

    [Description("Field or fields of the right rows, as many as on the left.")]
    public required OneOrMany Right { get; init; }
}

/// <summary>What <c>data.join</c> takes.</summary>
internal sealed record JoinInput
{
    [Description("Rows read in order, any number of them; their keys become the keys of the joined rows.")]
    public required Rows Left { get; init; }

    [Description("Rows looked up: up to 200,000, together up to 64 MiB of JSON.")]
    public required Rows Right { get; init; }

    [Description("The fields that must be equal; numbers and texts are compared as text.")]
    public required JoinFields On { get; init; }

    [Description("left: every left row; inner: only matched ones; outer: also the right rows that no left row met, at the end.")]
    [DefaultValue(JoinKind.Left)]
    public JoinKind How { get; init; }

    [Description("Whether upper and lower case are the same.")]
    [DefaultValue(false)]
    public bool IgnoreCase { get; init; }
}

/// <summary>A row of <c>data.join</c>.</summary>
internal sealed record JoinedRow
{
    [Description("The left row; null for a right row that no left row met.")]
    public required System.Text.Json.JsonElement Left { get; init; }

    [Description("The right row; null when none matches.")]
    public required System.Text.Json.JsonElement Right { get; init; }

    [Description("Whether both are there.")]
    [JsonPropertyOrder(1)]
    public required bool Matched { get; init; }
}
