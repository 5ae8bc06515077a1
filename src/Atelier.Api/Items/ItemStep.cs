using System.Text.Json;
using Atelier.Api.Runs;

namespace Atelier.Api.Items;

/// <summary>A step of an item.</summary>
public sealed record ItemStep
{
    /// <summary>Path of the step.</summary>
    public required string Path { get; init; }

    /// <summary>Keys of inner items or rounds; null: the item's own step.</summary>
    public string? Key { get; init; }

    /// <summary><c>block:ordinal</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>State or outcome.</summary>
    public required string State { get; init; }

    /// <summary>Which drive.</summary>
    public required int Drive { get; init; }

    /// <summary>Which attempt ended it, or runs.</summary>
    public required int Attempt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Time of its body.</summary>
    public double? Milliseconds { get; init; }

    /// <summary>What it was given; null: not known any more. Secrets are masked.</summary>
    public JsonElement? Input { get; init; }

    /// <summary>What it gave; null: nothing.</summary>
    public JsonElement? Output { get; init; }

    /// <summary>Why it failed.</summary>
    public RunError? Failure { get; init; }

    /// <summary>Why it was rejected or skipped, or what it waits for.</summary>
    public string? Reason { get; init; }

    /// <summary>Action and version, and digests of models.</summary>
    public string? MadeBy { get; init; }

    /// <summary>Why it ran, or was not run again.</summary>
    public WhyResponse? Why { get; init; }

    /// <summary>Those that failed or were cut off.</summary>
    public required IReadOnlyList<AttemptResponse> Attempts { get; init; }

    /// <summary>What it cost.</summary>
    public required IReadOnlyList<UsageRow> Usage { get; init; }
}
