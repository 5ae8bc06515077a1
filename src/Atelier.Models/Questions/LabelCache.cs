using System.Collections.Concurrent;
using Atelier.Sdk;

namespace Atelier.Models.Questions;

/// <summary>Embeddings of labels of one model: made once, shared by all pictures. Safe from many threads.</summary>
internal sealed class LabelCache
{
    /// <summary>More are made by machines; then all are forgotten, since sets of labels come and go together.</summary>
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, Task<(float[]? Embedding, StepFailure? Failure)>> _known = new(StringComparer.Ordinal);

    /// <summary>The embedding of a label, made by <paramref name="make"/> where nobody has; what failed is not kept.</summary>
    public async Task<(float[]? Embedding, StepFailure? Failure)> GetAsync(string label, Func<Task<(float[]? Embedding, StepFailure? Failure)>> make, CancellationToken cancellationToken)
    {
        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        var mine = new TaskCompletionSource<(float[]?, StepFailure?)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var task = _known.GetOrAdd(label, mine.Task);
        if (task == mine.Task)
        {
            await FillAsync(label, mine, make).ConfigureAwait(false);
        }

        return await task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task FillAsync(string label, TaskCompletionSource<(float[]?, StepFailure?)> mine, Func<Task<(float[]? Embedding, StepFailure? Failure)>> make)
    {
        try
        {
            var made = await make().ConfigureAwait(false);
            if (made.Embedding is null)
            {
                _known.TryRemove(label, out _);
            }

            mine.SetResult(made);
        }
        catch (Exception exception)
        {
            _known.TryRemove(label, out _);
            mine.SetException(exception);
        }
    }
}
