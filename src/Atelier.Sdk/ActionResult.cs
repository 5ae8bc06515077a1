namespace Atelier.Sdk;

/// <summary>What one body came to. Closed: the nested cases are all there are.</summary>
/// <typeparam name="TOutput">The action's output record.</typeparam>
public abstract record ActionResult<TOutput>
{
    private ActionResult()
    {
    }

    /// <summary>Done, with a value.</summary>
    public sealed record Succeeded(TOutput Output) : ActionResult<TOutput>;

    /// <summary>Done, and there is rightly nothing (no face in the picture). Reused like a success.</summary>
    public sealed record Empty(TOutput Output) : ActionResult<TOutput>;

    /// <summary>The item does not belong: it leaves its block without being a failure. Reused like a success.</summary>
    public sealed record Rejected(string Reason) : ActionResult<TOutput>;

    /// <summary>Not done.</summary>
    public sealed record Failed(StepFailure Failure) : ActionResult<TOutput>;

    /// <summary>Nothing to do until something arrives; holds no slot. The signal's payload (or the default) becomes the output.</summary>
    public sealed record Waiting(WaitRequest Wait) : ActionResult<TOutput>;

    /// <summary>An output is a success.</summary>
    public static implicit operator ActionResult<TOutput>(TOutput output) => new Succeeded(output);

    /// <summary>A failure is a failed result.</summary>
    public static implicit operator ActionResult<TOutput>(StepFailure failure) => new Failed(failure);
}
