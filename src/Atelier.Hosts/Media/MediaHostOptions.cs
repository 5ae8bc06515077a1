using System.ComponentModel.DataAnnotations;

namespace Atelier.Hosts.Media;

/// <summary>Where the media host lies and how it is run.</summary>
public sealed record MediaHostOptions
{
    /// <summary>The folder of the host's package, with <c>dist/main.js</c> and <c>node_modules</c> inside.</summary>
    [Required]
    public required string HostFolder { get; init; }

    /// <summary>The Node program. Default: the variable <c>ATELIER_NODE</c>, else <c>node</c> on <c>PATH</c>.</summary>
    public string? NodePath { get; init; }

    /// <summary>Processes. Default: 1; one uses all processors.</summary>
    [Range(1, 64)]
    public int Processes { get; init; } = 1;

    /// <summary>Pictures at once in one process. Default: twice the processors, so that none waits while the next picture is asked for.</summary>
    [Range(1, 256)]
    public int Slots { get; init; } = 2 * Environment.ProcessorCount;

    /// <summary>How long one picture may take before the host counts as hanging. Default: 2 min.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>From the start to the greeting. Default: 30 s.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Width times height that a picture may have at most: what protects memory. Default: 268,402,689 (16,383 squared).</summary>
    [Range(1L, 4_294_967_295L)]
    public long MaxPixels { get; init; } = 268_402_689;

    /// <summary>Where sockets lie. Default: the system's temporary folder.</summary>
    public string RuntimeFolder { get; init; } = Path.GetTempPath();
}
