namespace Atelier.Api.Models;

/// <summary>A model as it is registered.</summary>
public sealed record ModelRegistration
{
    /// <summary>It comes along and is no model of the home.</summary>
    public required bool BuiltIn { get; init; }

    /// <summary>It computes something, but learned nothing.</summary>
    public required bool Demo { get; init; }

    /// <summary>Folder, file or address.</summary>
    public required string Source { get; init; }

    /// <summary>It is asked over the network and has no files.</summary>
    public required bool Remote { get; init; }

    /// <summary>File and line of the registry.</summary>
    public string? Where { get; init; }

    /// <summary>As registered.</summary>
    public required string Device { get; init; }

    /// <summary>How many files it has.</summary>
    public required int Files { get; init; }

    /// <summary>Their size.</summary>
    public required long FileBytes { get; init; }

    /// <summary>Memory it takes when loaded; 0: unknown.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Questions that are answered at once; 0: unknown.</summary>
    public required int BatchSize { get; init; }

    /// <summary>It leaves memory last.</summary>
    public required bool Pin { get; init; }

    /// <summary>It is loaded from the start.</summary>
    public required bool Preload { get; init; }

    /// <summary>Why it cannot be loaded here; null: it fits.</summary>
    public string? TooLarge { get; init; }

    /// <summary>Why it cannot be asked; null: it can.</summary>
    public ModelProblem? Problem { get; init; }
}
