using Atelier.Api.Runs;

namespace Atelier.Api.Items;

/// <summary>One try.</summary>
public sealed record AttemptResponse
{
    /// <summary>Drive.</summary>
    public required int Drive { get; init; }

    /// <summary>Number, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary><c>failed started cut_off</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why.</summary>
    public RunError? Failure { get; init; }

    /// <summary>When the next one was due.</summary>
    public DateTimeOffset? Due { get; init; }
}
