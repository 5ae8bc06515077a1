using System.Diagnostics.CodeAnalysis;

namespace Atelier.Models.Catalogue;

/// <summary>How a pull ended: files in their place, or nothing changed and why.</summary>
public sealed record PullResult
{
    private PullResult(PulledModel? pulled, PullFailure? failure)
    {
        Pulled = pulled;
        Failure = failure;
    }

    /// <summary>What lies in its place now; null: it failed.</summary>
    public PulledModel? Pulled { get; }

    /// <summary>Why nothing changed; null: it did not fail.</summary>
    public PullFailure? Failure { get; }

    /// <summary>Done.</summary>
    public static PullResult Done(PulledModel pulled) => new(pulled, null);

    /// <summary>Not done.</summary>
    public static PullResult Failed(PullFailure failure) => new(null, failure);

    /// <summary>Whether it is done.</summary>
    public bool TryGet([NotNullWhen(true)] out PulledModel? pulled, [NotNullWhen(false)] out PullFailure? failure)
    {
        (pulled, failure) = (Pulled, Failure);
        return pulled is not null;
    }
}
