using Atelier.Engine.Leases;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Engine.Decisions;

/// <summary>What one body came to, with what is to be kept of it.</summary>
internal sealed record BodyResult
{
    public required Outcome Outcome { get; init; }

    /// <summary>UTF-8 JSON.</summary>
    public byte[]? Output { get; init; }

    public StepFailure? Failure { get; init; }

    public WaitRequest? Wait { get; init; }

    /// <summary>Set: the remote worker no longer has the body, and <see cref="Failure"/> says why. No outcome.</summary>
    public LeftBy? Left { get; init; }

    /// <summary>True when it is what a remote worker said.</summary>
    public bool FromWorker { get; init; }

    /// <summary>Why it was rejected or skipped.</summary>
    public string? Reason { get; init; }

    public string? Fingerprint { get; init; }

    public string? MadeBy { get; init; }

    public WhyDetail? Why { get; init; }

    public double? Milliseconds { get; init; }

    public ResultEntry? Result { get; init; }

    public LedgerEntry? Ledger { get; init; }

    public IReadOnlyList<string> Artifacts { get; init; } = [];

    /// <summary>What calls of models cost, also of bodies that failed.</summary>
    public IReadOnlyList<Usage> Usage { get; init; } = [];

    /// <summary>The outcome row's detail; null when there is nothing to say.</summary>
    public byte[]? ToDetail(List<FailureRecord>? failures)
    {
        if (Failure is null && Reason is null && Fingerprint is null && MadeBy is null && Why is null && Milliseconds is null && failures is null && Usage.Count == 0)
        {
            return null;
        }

        return new OutcomeDetail
        {
            Failure = Failure,
            Failures = failures is { Count: > 1 } || (failures is { Count: 1 } && Failure is null) ? failures : null,
            Reason = Reason,
            Fingerprint = Fingerprint,
            MadeBy = MadeBy,
            Why = Why,
            Milliseconds = Milliseconds,
            Usage = Usage.Count == 0 ? null : Usage,
        }.ToJson();
    }
}
