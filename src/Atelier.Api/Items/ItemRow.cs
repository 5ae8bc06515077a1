using System.Text.Json;
using Atelier.Api.Runs;

namespace Atelier.Api.Items;

/// <summary>An item in a list.</summary>
public sealed record ItemRow
{
    /// <summary>0-based position.</summary>
    public required long Ordinal { get; init; }

    /// <summary>Which item.</summary>
    public required string Key { get; init; }

    /// <summary>An outcome; <c>open</c> until it ended.</summary>
    public required string Outcome { get; init; }

    /// <summary>What the block yields for it; null until then.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Which drive.</summary>
    public required int Drive { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What failed; null: nothing.</summary>
    public RunError? Failure { get; init; }

    /// <summary>Why it was rejected or skipped.</summary>
    public string? Reason { get; init; }

    /// <summary>What made it: actions and digests of models.</summary>
    public required IReadOnlyList<string> MadeBy { get; init; }

    /// <summary>Digest of a picture that shows it; null: there is none.</summary>
    public string? Picture { get; init; }

    /// <summary>Everything that failed in it, <see cref="Failure"/> first; empty: nothing.</summary>
    public IReadOnlyList<RunError> Failures { get; init; } = [];
}
