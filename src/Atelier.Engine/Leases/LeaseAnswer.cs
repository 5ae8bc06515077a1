using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Engine.Leases;

/// <summary>What came of handing a body to a worker.</summary>
internal abstract record LeaseAnswer
{
    private LeaseAnswer()
    {
    }

    /// <summary>The worker's result.</summary>
    public sealed record Result(ActionResult<JsonElement> Value) : LeaseAnswer;

    /// <summary>It was cancelled before or while it ran.</summary>
    public sealed record Cancelled : LeaseAnswer;

    /// <summary>The worker no longer has it.</summary>
    public sealed record Left(LeftBy How, StepFailure Failure) : LeaseAnswer;
}
