using System.Text.Json;

namespace Atelier.Api.Workflows;

/// <summary>An input of a workflow.</summary>
public sealed record WorkflowInput
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary><c>string int number bool path file folder enum list object any</c> and so on, as the workflow says.</summary>
    public required string Type { get; init; }

    /// <summary>For people.</summary>
    public string? Description { get; init; }

    /// <summary>A value must be given.</summary>
    public bool Required { get; init; }

    /// <summary>Null: none.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>Smallest number, shortest text or list.</summary>
    public double? Min { get; init; }

    /// <summary>Largest number, longest text or list.</summary>
    public double? Max { get; init; }

    /// <summary>Regular expression of a text.</summary>
    public string? Pattern { get; init; }

    /// <summary>For an enum.</summary>
    public required IReadOnlyList<string> Values { get; init; }

    /// <summary>JSON Schema of elements or members; null: any.</summary>
    public JsonElement? Schema { get; init; }

    /// <summary>Where it is declared, 1-based: what is wrong with a given value names this line. 0: not known.</summary>
    public int Line { get; init; }
}
