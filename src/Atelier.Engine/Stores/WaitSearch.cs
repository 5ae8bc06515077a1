using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores;

/// <summary>Which open waits.</summary>
public sealed record WaitSearch
{
    /// <summary>Only of this run; null: of all.</summary>
    public RunId? Run { get; init; }

    /// <summary>Only those in which a person must act. False: all. Default: false.</summary>
    public bool Persons { get; init; }

    /// <summary>Only those after this one; null: from the start.</summary>
    public (RunId Run, ScopeId Scope, int Step)? After { get; init; }

    /// <summary>At most so many. Default: 50.</summary>
    public int Limit { get; init; } = 50;
}
