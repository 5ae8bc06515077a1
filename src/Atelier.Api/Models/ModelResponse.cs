namespace Atelier.Api.Models;

/// <summary>A model.</summary>
public sealed record ModelResponse
{
    /// <summary>As registered.</summary>
    public required string Name { get; init; }

    /// <summary>What it does.</summary>
    public required string Kind { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>Of its files; null: not known yet.</summary>
    public string? Digest { get; init; }

    /// <summary>Where it is or would be loaded.</summary>
    public required string Device { get; init; }

    /// <summary><c>absent loading ready leaving unloading</c>.</summary>
    public required string State { get; init; }

    /// <summary>Taken now.</summary>
    public required long Bytes { get; init; }

    /// <summary>Expected or measured.</summary>
    public required long Need { get; init; }

    /// <summary>Questions it is at.</summary>
    public required int InUse { get; init; }

    /// <summary>Leaves last.</summary>
    public required bool Pinned { get; init; }

    /// <summary>Questions that wait for it.</summary>
    public required int Waiting { get; init; }

    /// <summary>Why they wait.</summary>
    public string? Reason { get; init; }

    /// <summary>What is registered; null: a run brought it.</summary>
    public ModelRegistration? Registration { get; init; }

    /// <summary>Whether it is in the memory budget, and so <see cref="Device"/> and the figures are of there.</summary>
    public bool Live { get; init; }
}
