using System.ComponentModel.DataAnnotations;

namespace Atelier.Hosts.Pools;

/// <summary>Which host to run, how many of it, and how long to bear with it.</summary>
public sealed record HostOptions
{
    /// <summary>What people read: <c>media</c>. Failures name it as the endpoint <c>host:media</c>.</summary>
    [Required]
    public required string Name { get; init; }

    /// <summary>The program and its arguments; <c>--socket PATH --slots N</c> is added.</summary>
    [MinLength(1)]
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Variables on top of this process's own.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>A sentence that says why the host cannot run and what to do, or null when it can; asked before each start. Default: always null.</summary>
    public Func<string?>? Preflight { get; init; }

    /// <summary>Processes. Default: 1, since a host works on several requests at once.</summary>
    [Range(1, 64)]
    public int Processes { get; init; } = 1;

    /// <summary>Requests at once in one process; more wait here. Default: processors + 1.</summary>
    [Range(1, 256)]
    public int Slots { get; init; } = System.Environment.ProcessorCount + 1;

    /// <summary>From the start to the greeting line. Default: 30 s.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From sending a request to its answer; past that the host counts as hanging and is killed. Default: 2 min.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The wait before the second start in a row without an answered request; doubles with each. The first is at once. Default: 100 ms.</summary>
    public TimeSpan RestartDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest such wait. Default: 5 s.</summary>
    public TimeSpan MaxRestartDelay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Hosts that may die under one request before it fails. From the third on it runs alone, so that it takes no other along. Default: 5.</summary>
    [Range(1, 100)]
    public int MaxDeaths { get; init; } = 5;

    /// <summary>Where the private folders of the sockets are made; a path of at most 70 bytes. Default: the system's temporary folder.</summary>
    public string RuntimeFolder { get; init; } = Path.GetTempPath();
}
