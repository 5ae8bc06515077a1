namespace Atelier.Api.Home;

/// <summary>What this server is.</summary>
public sealed record AboutResponse
{
    /// <summary><c>Atelier</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>The folder it owns.</summary>
    public required string Home { get; init; }

    /// <summary>Folders that files and folders may be picked from.</summary>
    public required IReadOnlyList<string> Roots { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>True: it listens to other machines.</summary>
    public bool Exposed { get; init; }

    /// <summary>Of the machine.</summary>
    public required int Processors { get; init; }

    /// <summary>Resident memory of the server.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Processes beside the engine that run now.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }
}
