using System.Text.Json;
using Atelier.Engine.Artifacts;
using Atelier.Engine.Bodies;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Sdk;

namespace Atelier.Engine.Reuse;

/// <summary>Whether a recorded result may stand in for a body, and what is kept of a body's result.</summary>
internal sealed class ReuseDecision(IRunStore store, IArtifactStore artifacts, TimeProvider time)
{
    /// <summary>Looks for a recorded result of the body's fingerprint.</summary>
    public async ValueTask<ReuseLookup> LookAsync(Body body, Fingerprint fingerprint, JsonElement input, ActionContext context, CancellationToken cancellationToken)
    {
        var reuse = ClassOf(body);
        var name = reuse.ToString().ToLowerInvariant();
        var cache = body.Plan.Cache;
        if (cache is { Enabled: false })
        {
            return ReuseLookup.Miss(new WhyDetail { Reused = false, Class = name, Reason = "the step says `cache: false`" }, keep: false);
        }

        if (reuse == ReuseClass.Observe && cache?.For is null)
        {
            return ReuseLookup.Miss(new WhyDetail { Reused = false, Class = name, Reason = "looks at the outside, so it runs each time" }, keep: false);
        }

        var ledger = store.FindLedger(CollectionOf(body), body.Key, body.Plan.Path);
        if (body.Fresh)
        {
            return ReuseLookup.Miss(new WhyDetail { Reused = false, Class = name, Reason = "asked for fresh results" });
        }

        if (reuse == ReuseClass.Pure && store.FindResult(fingerprint.Hash) is { } result && !IsOld(result.At, cache) && HasArtifacts(result.Output))
        {
            var known = ledger is not null && ledger.Fingerprint.AsSpan().SequenceEqual(fingerprint.Hash);
            return ReuseLookup.Hit(Why(name, "results", "same fingerprint"), result.Outcome, result.Output, result.MadeBy, keepInLedger: !known);
        }

        if (ledger is null)
        {
            return ReuseLookup.Miss(new WhyDetail { Reused = false, Class = name, Table = reuse == ReuseClass.Pure ? "results" : "ledger", Reason = "no earlier result" });
        }

        if (!ledger.Fingerprint.AsSpan().SequenceEqual(fingerprint.Hash))
        {
            return ReuseLookup.Miss(Changed(name, reuse, ledger, fingerprint));
        }

        if (IsOld(ledger.At, cache))
        {
            return ReuseLookup.Miss(new WhyDetail { Reused = false, Class = name, Table = "ledger", Reason = "the earlier result is older than `cache.for`" });
        }

        if (reuse == ReuseClass.Pure || !HasArtifacts(ledger.Output))
        {
            return ReuseLookup.Miss(new WhyDetail { Reused = false, Class = name, Table = "ledger", Reason = "the earlier result is no longer kept" });
        }

        return await ConfirmAsync(body, name, reuse, ledger, input, context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The class that holds for this step: an equal item may give another result when the step reads the clock or the run.</summary>
    public static ReuseClass ClassOf(Body body)
    {
        if (body.Plan.ReadsRun)
        {
            return ReuseClass.Observe;
        }

        return body.Collection is null ? body.Descriptor.ReuseOutsideItems ?? body.Descriptor.Reuse : body.Descriptor.Reuse;
    }

    public static string CollectionOf(Body body) => body.Collection ?? body.Address.Workflow;

    /// <summary>What is kept of a result.</summary>
    public (ResultEntry? Result, LedgerEntry? Ledger) Keep(Body body, Fingerprint fingerprint, Outcome outcome, byte[]? output, string? madeBy, bool asResult)
    {
        var at = time.GetUtcNow().ToUnixTimeMilliseconds();
        var ledger = new LedgerEntry(CollectionOf(body), body.Key, body.Plan.Path, fingerprint.Hash, fingerprint.Parts, outcome, output, madeBy, at);
        return (asResult && ClassOf(body) == ReuseClass.Pure ? new ResultEntry(fingerprint.Hash, outcome, output, madeBy, at) : null, ledger);
    }

    private static WhyDetail Changed(string name, ReuseClass reuse, LedgerEntry ledger, Fingerprint fingerprint)
    {
        var diff = FingerprintDiff.Between(ledger.Parts, fingerprint.Parts);
        return new WhyDetail
        {
            Reused = false,
            Class = name,
            Table = reuse == ReuseClass.Pure ? "results" : "ledger",
            Reason = diff is null ? "the input changed" : $"`{diff.Part}` changed",
            Part = diff?.Part,
            Old = diff?.Old,
            New = diff?.New,
        };
    }

    private static async ValueTask<ReuseLookup> ConfirmAsync(
        Body body, string name, ReuseClass reuse, LedgerEntry ledger, JsonElement input, ActionContext context, CancellationToken cancellationToken)
    {
        if (reuse == ReuseClass.Effect
            && !await body.Action.StillHoldsAsync(input, ledger.Output is null ? default : JsonElement.Parse(ledger.Output), context, cancellationToken).ConfigureAwait(false))
        {
            return ReuseLookup.Miss(new WhyDetail { Reused = false, Class = name, Table = "ledger", Reason = "what it made is gone or was changed" });
        }

        return ReuseLookup.Hit(Why(name, "ledger", reuse == ReuseClass.Effect ? "same fingerprint, and what it made still holds" : "same fingerprint"), ledger.Outcome, ledger.Output, ledger.MadeBy, keepInLedger: false);
    }

    private static WhyDetail Why(string name, string table, string reason) => new() { Reused = true, Class = name, Table = table, Reason = reason };

    private bool IsOld(long at, Language.Plans.CachePlan? cache) =>
        cache?.For is { } lifetime && time.GetUtcNow().ToUnixTimeMilliseconds() - at > lifetime.TotalMilliseconds;

    private bool HasArtifacts(byte[]? output)
    {
        if (output is null || output.AsSpan().IndexOf("\"$artifact\""u8) < 0)
        {
            return true;
        }

        return ArtifactReferences.In(JsonElement.Parse(output)).All(artifact => artifact.Path is { } path ? File.Exists(path) : artifacts.GetSize(artifact.Digest) is not null);
    }
}

/// <summary>The answer of a lookup.</summary>
/// <param name="Why">Why the body runs or not.</param>
/// <param name="IsHit">True: the recorded result counts.</param>
/// <param name="Keep">Whether the body's result is to be kept; for hits: whether the ledger is to know of it.</param>
/// <param name="Outcome">For hits: the recorded outcome.</param>
/// <param name="Output">For hits: the recorded value.</param>
/// <param name="MadeBy">For hits: what made it.</param>
internal sealed record ReuseLookup(WhyDetail Why, bool IsHit, bool Keep, Outcome Outcome = Outcome.None, byte[]? Output = null, string? MadeBy = null)
{
    public static ReuseLookup Miss(WhyDetail why, bool keep = true) => new(why, false, keep);

    public static ReuseLookup Hit(WhyDetail why, Outcome outcome, byte[]? output, string? madeBy, bool keepInLedger) =>
        new(why, true, keepInLedger, outcome, output, madeBy);
}
