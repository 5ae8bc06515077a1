using Atelier.Models.Files;
using Atelier.Models.Lanes;
using Atelier.Sdk;

namespace Atelier.Models.Batching;

/// <summary>
/// Sends a batch, and when it fails whole, its halves, until the member whose fault it is stands alone: it fails, its neighbours are answered. A batch that
/// did not fit into memory makes all later ones smaller. One batch at a time.
/// </summary>
internal sealed class BatchRun(KnownModel model, IModelLane lane, Func<Task> makeRoom)
{
    private int _wanted = model.BatchSize;
    private int _borne = int.MaxValue;

    /// <summary>Questions in a batch at most: what is wanted, less what memory bears.</summary>
    public int Size => Math.Min(Volatile.Read(ref _wanted), Volatile.Read(ref _borne));

    /// <summary>Changes what is wanted.</summary>
    public void Resize(int size) => Volatile.Write(ref _wanted, size);

    /// <summary>Every member has its answer or failure when this completes.</summary>
    public async Task SendAsync(string operation, string parameters, IReadOnlyList<BatchEntry> batch)
    {
        var waiting = new Stack<IReadOnlyList<BatchEntry>>();
        waiting.Push(batch);
        while (waiting.TryPop(out var part))
        {
            part = [.. part.Where(static entry => !entry.Answer.IsCompleted)];
            if (part.Count == 0)
            {
                continue;
            }

            if (await TrySendAsync(operation, parameters, part).ConfigureAwait(false))
            {
                continue;
            }

            if (part.Count == 1)
            {
                // Out of memory alone: there is room now.
                waiting.Push(part);
                continue;
            }

            var half = (part.Count + 1) / 2;
            waiting.Push([.. part.Skip(half)]);
            waiting.Push([.. part.Take(half)]);
        }
    }

    /// <summary>False: send its halves, or it once more.</summary>
    private async Task<bool> TrySendAsync(string operation, string parameters, IReadOnlyList<BatchEntry> batch)
    {
        using var unwanted = new CancellationTokenSource();
        _ = Task.WhenAll(batch.Select(static entry => entry.Answer)).ContinueWith(
            static (all, source) => Unwanted(all, (CancellationTokenSource)source!), unwanted, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        LaneAnswer answer;
        try
        {
            answer = await lane.SendAsync(new LaneRequest(operation, parameters, [.. batch.Select(static entry => entry.Item)], batch.Count == 1 ? batch[0].OnText : null), unwanted.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (unwanted.IsCancellationRequested)
        {
            return true;
        }

        switch (answer)
        {
            case LaneAnswer.Items items:
                Give(batch, items.Answers);
                return true;
            case LaneAnswer.Refused { Code: "out_of_memory" } refused:
                return await SmallerAsync(batch, refused).ConfigureAwait(false);
            case LaneAnswer.Refused refused when batch.Count == 1 || refused.Code == "refused":
                Fail(batch, LaneFailures.Of(model, refused.Code, refused.Message, refused.Detail));
                return true;
            case LaneAnswer.Failed failed when batch.Count == 1 || failed.Failure.Kind != FailureKind.Transient:
                Fail(batch, failed.Failure);
                return true;
            default:
                return false;
        }
    }

    private async Task<bool> SmallerAsync(IReadOnlyList<BatchEntry> batch, LaneAnswer.Refused refused)
    {
        Volatile.Write(ref _borne, Math.Max(1, Math.Min(Size, batch.Count / 2)));
        if (batch.Count > 1)
        {
            return false;
        }

        if (batch[0].RanOut)
        {
            Fail(batch, LaneFailures.Of(model, refused.Code, refused.Message, refused.Detail));
            return true;
        }

        batch[0].RanOut = true;
        await makeRoom().ConfigureAwait(false);
        lane.Restart();
        return false;
    }

    private void Give(IReadOnlyList<BatchEntry> batch, IReadOnlyList<WireItem> answers)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            if (answers[i].Error is { } error)
            {
                batch[i].Fail(LaneFailures.Of(model, error.Code, error.Message, error.Detail));
            }
            else
            {
                batch[i].Done(answers[i]);
            }
        }
    }

    private static void Fail(IReadOnlyList<BatchEntry> batch, StepFailure failure)
    {
        foreach (var entry in batch)
        {
            entry.Fail(failure);
        }
    }

    /// <summary>All members were answered, or have gone away: only the latter ends a request that still runs.</summary>
    private static void Unwanted(Task all, CancellationTokenSource source)
    {
        if (!all.IsCanceled)
        {
            return;
        }

        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It had ended already.
        }
    }
}
