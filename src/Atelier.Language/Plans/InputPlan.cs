using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Language.Plans;

/// <summary>Type of a declared input.</summary>
public enum InputType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>64-bit integer.</summary>
    Integer,

    /// <summary>IEEE double.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A file or folder; relative ones resolve against the workflow's folder for defaults, the current folder for given ones.</summary>
    Path,

    /// <summary>The name of a stored secret.</summary>
    Secret,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map with string keys.</summary>
    Object,

    /// <summary>One of <see cref="InputPlan.Values"/>.</summary>
    Enum,
}

/// <summary>A declared input of a workflow.</summary>
public sealed record InputPlan
{
    /// <summary>A CEL identifier.</summary>
    public required string Name { get; init; }

    /// <summary>Type of the value.</summary>
    public required InputType Type { get; init; }

    /// <summary>For people.</summary>
    public string? Description { get; init; }

    /// <summary>True when a value must be given.</summary>
    public bool Required { get; init; }

    /// <summary>Null: none.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>Smallest number, shortest text or list.</summary>
    public double? Min { get; init; }

    /// <summary>Largest number, longest text or list.</summary>
    public double? Max { get; init; }

    /// <summary>Regular expression (RE2) that a text matches somewhere.</summary>
    public string? Pattern { get; init; }

    /// <summary>For <see cref="InputType.Enum"/>.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>JSON Schema of list elements or object members; null: any.</summary>
    public JsonNode? Items { get; init; }

    /// <summary>Where it is declared.</summary>
    public required SourcePosition Position { get; init; }
}
