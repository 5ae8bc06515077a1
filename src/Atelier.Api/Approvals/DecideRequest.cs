using System.Text.Json;

namespace Atelier.Api.Approvals;

/// <summary>An answer.</summary>
public sealed record DecideRequest
{
    /// <summary><c>accept reject edit</c>.</summary>
    public required string Verdict { get; init; }

    /// <summary>For edit: the changed fields (RFC 7396 merge patch).</summary>
    public JsonElement? Value { get; init; }

    /// <summary>What you want to say beside it.</summary>
    public string? Note { get; init; }
}
