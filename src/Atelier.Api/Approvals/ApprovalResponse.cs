using System.Text.Json;

namespace Atelier.Api.Approvals;

/// <summary>A question to a person.</summary>
public sealed record ApprovalResponse
{
    /// <summary><c>r17.4:12.3.0</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Run.</summary>
    public required string Run { get; init; }

    /// <summary>Its workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>Path of the step.</summary>
    public required string Step { get; init; }

    /// <summary>Item.</summary>
    public string? Key { get; init; }

    /// <summary><c>review</c> (a value is looked at) or <c>approve</c> (yes or no).</summary>
    public required string Kind { get; init; }

    /// <summary>What is asked.</summary>
    public required string Question { get; init; }

    /// <summary>What is decided about; null: nothing.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>JSON Schema of the value's form; null: as the value is.</summary>
    public JsonElement? Schema { get; init; }

    /// <summary>What to look at.</summary>
    public required IReadOnlyList<PictureReference> Pictures { get; init; }

    /// <summary>User it is for; null: anybody.</summary>
    public string? Assignee { get; init; }

    /// <summary>Deadline; null: none.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>What happens at the deadline: <c>accept reject</c>; null: nothing.</summary>
    public string? Default { get; init; }

    /// <summary>When it was asked.</summary>
    public required DateTimeOffset Opened { get; init; }

    /// <summary>Path of the picture as the workflow named it, on the server's machine; null: there is none.</summary>
    public string? Path { get; init; }
}
