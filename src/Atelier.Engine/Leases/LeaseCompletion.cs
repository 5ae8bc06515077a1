using System.Text.Json;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Engine.Leases;

/// <summary>What a worker says became of a body.</summary>
/// <param name="Lease">Which.</param>
/// <param name="End">How it ended.</param>
public sealed record LeaseCompletion(string Lease, LeaseEnd End)
{
    /// <summary>What made the result besides the action: models, versions.</summary>
    public IReadOnlyList<string> Makers { get; init; } = [];

    /// <summary>What its calls of models cost.</summary>
    public IReadOnlyList<Usage> Usage { get; init; } = [];

    /// <summary>Last log lines.</summary>
    public IReadOnlyList<(StepLogLevel Level, string Text)> Lines { get; init; } = [];
}

/// <summary>How a leased body ended. Closed: the nested cases are all there are.</summary>
public abstract record LeaseEnd
{
    private LeaseEnd()
    {
    }

    /// <summary>It came to a result; <see cref="ActionResult{TOutput}.Waiting"/> is none a worker may give.</summary>
    public sealed record Result(ActionResult<JsonElement> Value) : LeaseEnd;

    /// <summary>It stopped because it was asked to.</summary>
    public sealed record Cancelled : LeaseEnd;

    /// <summary>The worker gives it back for another one to run.</summary>
    /// <param name="Begun">Whether it may have changed something outside.</param>
    public sealed record HandedBack(bool Begun) : LeaseEnd;
}
