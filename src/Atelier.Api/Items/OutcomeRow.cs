using System.Text.Json;
using Atelier.Api.Runs;

namespace Atelier.Api.Items;

/// <summary>An outcome of a step.</summary>
public sealed record OutcomeRow
{
    /// <summary>Path.</summary>
    public required string Step { get; init; }

    /// <summary><c>block:ordinal</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>Keys of the items it is in.</summary>
    public string? Key { get; init; }

    /// <summary>How it ended.</summary>
    public required string Outcome { get; init; }

    /// <summary>Drive.</summary>
    public required int Drive { get; init; }

    /// <summary>Attempt that ended it.</summary>
    public required int Attempt { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The commit it came with.</summary>
    public required long Seq { get; init; }

    /// <summary>Output.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>What made it.</summary>
    public string? MadeBy { get; init; }

    /// <summary>Why it was rejected or skipped.</summary>
    public string? Reason { get; init; }

    /// <summary>Why it failed.</summary>
    public RunError? Failure { get; init; }

    /// <summary>Time of its body.</summary>
    public double? Milliseconds { get; init; }

    /// <summary>For blocks: everything that failed inside.</summary>
    public IReadOnlyList<RunError> Failures { get; init; } = [];

    /// <summary>Hexadecimal SHA-256 of what decided the result; null: nothing did.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>Why its body ran or a recorded result was taken; null: neither was asked.</summary>
    public WhyResponse? Why { get; init; }
}
