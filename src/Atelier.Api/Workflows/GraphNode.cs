namespace Atelier.Api.Workflows;

/// <summary>A step.</summary>
public sealed record GraphNode
{
    /// <summary>Its number in the plan.</summary>
    public required int Step { get; init; }

    /// <summary>Ids from the root: <c>enrich/small</c>. Stable.</summary>
    public required string Path { get; init; }

    /// <summary>Its own id.</summary>
    public required string Id { get; init; }

    /// <summary><c>action for_each repeat parallel switch run</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>For an action: its name.</summary>
    public string? Action { get; init; }

    /// <summary>Path of the block it is in; null: the workflow itself.</summary>
    public string? Parent { get; init; }

    /// <summary>For children of <c>parallel</c> and <c>switch</c>: the branch; <c>on_failure</c>, <c>finally</c> for handlers; null otherwise.</summary>
    public string? Branch { get; init; }

    /// <summary>Where it waits for a slot; null for blocks.</summary>
    public string? Queue { get; init; }

    /// <summary>Text of its <c>if</c>; null: always.</summary>
    public string? Condition { get; init; }

    /// <summary>For a for_each: the collection.</summary>
    public string? Collection { get; init; }

    /// <summary>Where it is written.</summary>
    public required int Line { get; init; }
}
