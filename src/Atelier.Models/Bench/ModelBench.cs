using Atelier.Hosts.Processes;
using Atelier.Models.Files;
using Atelier.Models.Registry;
using Atelier.Models.Runtime;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Models.Bench;

/// <summary>How fast a model answers here: loaded anew for each size of batch, asked by twice as many as fit into one.</summary>
public static class ModelBench
{
    private const int BatchesInFlight = 2;

    /// <summary>Measures one size of batch in a runtime of its own, whose host ends with it.</summary>
    /// <param name="options">Where the model is registered and what runs it.</param>
    /// <param name="name">Of the model.</param>
    /// <param name="pictures">What it is asked about; texts come along.</param>
    /// <param name="batchSize">Questions in a batch at most.</param>
    /// <param name="span">How long it is asked, after the first batch.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<ModelAnswer<BenchRow>> MeasureAsync(
        ModelRuntimeOptions options, string name, IReadOnlyList<string> pictures, int batchSize, TimeSpan span, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var runtime = new ModelRuntime(options, time);
        var (seen, failure) = await runtime.Home.LookAsync(name, cancellationToken).ConfigureAwait(false);
        if (seen is null)
        {
            return failure!;
        }

        if (seen.Definition.Source is ModelSource.Server)
        {
            return Unasked(name);
        }

        var model = seen with { Definition = seen.Definition with { BatchSize = batchSize } };
        var questions = new SampleQuestions(pictures);
        var first = await Task.WhenAll(Enumerable.Range(0, batchSize).Select(number => questions.AskAsync(runtime, model, number, cancellationToken).AsTask())).ConfigureAwait(false);
        if (first.FirstOrDefault(static problem => problem is not null) is { } problem)
        {
            return problem;
        }

        var load = runtime.Check(model).LoadTime;
        var (answered, elapsed) = await AskAsync(runtime, model, questions, BatchesInFlight * batchSize, span, time, cancellationToken).ConfigureAwait(false);
        return new BenchRow(model.BatchSize, answered / elapsed.TotalSeconds, load, runtime.ProcessIds.Sum(SessionMemory.ResidentBytes));
    }

    /// <summary>Loads a model and asks it once, as it stands in a scope; null: it answered.</summary>
    /// <param name="runtime">Where it is loaded.</param>
    /// <param name="scope">Where it is registered.</param>
    /// <param name="name">As registered there.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<StepFailure?> TryAsync(ModelRuntime runtime, ModelScope scope, string name, CancellationToken cancellationToken)
    {
        var (model, failure) = await scope.LookAsync(name, cancellationToken).ConfigureAwait(false);
        if (model is null || model.Definition.Source is ModelSource.Server)
        {
            return failure;
        }

        using var pictures = new SamplePictures();
        return await new SampleQuestions(pictures.Paths).AskAsync(runtime, model, 0, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<(int Answered, TimeSpan Elapsed)> AskAsync(
        ModelRuntime runtime, KnownModel model, SampleQuestions questions, int askers, TimeSpan span, TimeProvider time, CancellationToken cancellationToken)
    {
        var (number, answered) = (0, 0);
        var from = time.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, askers).Select(async _ =>
        {
            while (time.GetElapsedTime(from) < span)
            {
                if (await questions.AskAsync(runtime, model, Interlocked.Increment(ref number), cancellationToken).ConfigureAwait(false) is null)
                {
                    Interlocked.Increment(ref answered);
                }
            }
        })).ConfigureAwait(false);
        return (answered, time.GetElapsedTime(from));
    }

    private static StepFailure Unasked(string name) => StepFailure.Permanent(Lanes.ModelCodes.WrongQuestion, $"model `{name}` is run by a server, whose time is its own: nothing is measured.");
}
