namespace Atelier.Actions.Containers;

/// <summary>How containers are run on this machine; a setting of the home, not of a workflow.</summary>
public sealed record ContainerOptions
{
    /// <summary>The engine's program. Default: podman, else docker, as found on <c>PATH</c>.</summary>
    public string? Engine { get; init; }

    /// <summary>Flags before <c>run</c>, such as <c>--runtime runc</c>.</summary>
    public IReadOnlyList<string> EngineFlags { get; init; } = [];

    /// <summary>Flags behind <c>run</c>, such as <c>--ulimit nofile=1024:1024</c>.</summary>
    public IReadOnlyList<string> RunFlags { get; init; } = [];

    /// <summary>
    /// Reads <c>ATELIER_CONTAINER_ENGINE</c> and <c>ATELIER_CONTAINER_FLAGS</c>; in the latter <c>--</c> stands between the flags before
    /// <c>run</c> and those behind it: <c>--runtime runc -- --ulimit nofile=1024:1024</c>.
    /// </summary>
    public static ContainerOptions FromEnvironment(Func<string, string?> variable)
    {
        var flags = (variable("ATELIER_CONTAINER_FLAGS") ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var border = Array.IndexOf(flags, "--");
        return new ContainerOptions
        {
            Engine = variable("ATELIER_CONTAINER_ENGINE") is { Length: > 0 } engine ? engine : null,
            EngineFlags = border < 0 ? flags : flags[..border],
            RunFlags = border < 0 ? [] : flags[(border + 1)..],
        };
    }
}
