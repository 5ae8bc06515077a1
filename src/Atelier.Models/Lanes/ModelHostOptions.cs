using System.ComponentModel.DataAnnotations;

namespace Atelier.Models.Lanes;

/// <summary>Which program holds models and how long to bear with it.</summary>
public sealed record ModelHostOptions
{
    /// <summary>The folder of the host's package, with <c>dist/models/main.js</c> and <c>node_modules</c> inside.</summary>
    [Required]
    public required string HostFolder { get; init; }

    /// <summary>The Node program. Default: the variable <c>ATELIER_NODE</c>, else <c>node</c> on <c>PATH</c>.</summary>
    public string? NodePath { get; init; }

    /// <summary>Another program instead of Node's, with its first arguments; what the protocol adds follows. Null: the Node host.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>From the start to the greeting, the loading of the model included. Default: 10 min, for models of many gigabytes on slow disks.</summary>
    public TimeSpan LoadTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a host may be silent about one batch before it is killed. Default: 2 min.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The same between two pieces of a text that a model writes; before the first it reads all pictures. Default: 10 min.</summary>
    public TimeSpan WritingTimeout { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Where sockets lie. Default: the system's temporary folder.</summary>
    public string RuntimeFolder { get; init; } = Path.GetTempPath();
}
