using Atelier.Models.Lanes;
using Atelier.Sdk;

namespace Atelier.Models.Batching;

/// <summary>One question on its way to a host.</summary>
internal sealed class BatchEntry(byte[] item, Action<string>? onText, TimeSpan at)
{
    private readonly TaskCompletionSource<(WireItem? Item, StepFailure? Failure)> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A JSON object.</summary>
    public byte[] Item => item;

    /// <summary>Takes text as it comes; null: nobody wants it.</summary>
    public Action<string>? OnText => onText;

    /// <summary>When it came.</summary>
    public TimeSpan At => at;

    /// <summary>Whether it alone has made memory run out once.</summary>
    public bool RanOut { get; set; }

    /// <summary>The host's answer, or why there is none.</summary>
    public Task<(WireItem? Item, StepFailure? Failure)> Answer => _answer.Task;

    public void Done(WireItem answer) => _answer.TrySetResult((answer, null));

    public void Fail(StepFailure failure) => _answer.TrySetResult((null, failure));

    public void Cancel() => _answer.TrySetCanceled();
}
