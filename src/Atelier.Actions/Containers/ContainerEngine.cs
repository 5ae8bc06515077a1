using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Atelier.Hosts.Processes;
using Atelier.Sdk;

namespace Atelier.Actions.Containers;

/// <summary>The engine's program: podman or docker, which take the same commands.</summary>
internal sealed class ContainerEngine(ContainerOptions options)
{
    private static readonly TimeSpan DigestAge = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, (string Digest, DateTimeOffset At)> _digests = [];
    private readonly Lazy<string?> _program = new(() => options.Engine ?? Find("podman") ?? Find("docker"));

    /// <summary>The command line up to its own arguments; false when there is no engine.</summary>
    public bool TryCommand(string command, [NotNullWhen(true)] out List<string>? line)
    {
        line = _program.Value is { } program ? [program, .. options.EngineFlags, command] : null;
        line?.AddRange(command == "run" ? options.RunFlags : []);
        return line is not null;
    }

    /// <summary>The image's digest; null when it is not on this machine.</summary>
    public async ValueTask<string?> DigestAsync(string image, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_digests.TryGetValue(image, out var known) && now - known.At < DigestAge)
        {
            return known.Digest;
        }

        var (code, output) = await CallAsync("image", ["inspect", "--format", "{{.Id}}", image], cancellationToken).ConfigureAwait(false);
        if (code != 0 || output.Length == 0)
        {
            return null;
        }

        var digest = output.StartsWith("sha256:", StringComparison.Ordinal) ? output : "sha256:" + output;
        _digests[image] = (digest, now);
        return digest;
    }

    /// <summary>Pulls the image; null when that worked, else what the engine said.</summary>
    public async ValueTask<string?> PullAsync(string image, CancellationToken cancellationToken)
    {
        var (code, output) = await CallAsync("pull", ["--quiet", image], cancellationToken).ConfigureAwait(false);
        return code == 0 ? null : output;
    }

    /// <summary>Ends and removes a container; one that is not there is no mistake.</summary>
    public async ValueTask RemoveAsync(string name) => await CallAsync("rm", ["-f", name], CancellationToken.None).ConfigureAwait(false);

    // The last line says it: engines print warnings before.
    private async ValueTask<(int Code, string Output)> CallAsync(string command, string[] arguments, CancellationToken cancellationToken)
    {
        if (!TryCommand(command, out var line))
        {
            return (-1, string.Empty);
        }

        var (output, errors) = (new OutputTail(1), new OutputTail(3));
        var child = new ChildProcessOptions { Command = [.. line, .. arguments], OnStandardOutput = output.Add, OnStandardError = errors.Add };
        if (!ChildProcess.TryStart(child, out var process, out var problem))
        {
            return (-1, problem);
        }

        await using (process.ConfigureAwait(false))
        {
            var exit = await process.Exited.WaitAsync(cancellationToken).ConfigureAwait(false);
            return (exit.Code, (exit.Code == 0 ? output : errors).ToString().Trim());
        }
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "/usr/local/bin:/usr/bin:/bin")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Join(folder, program))
            .FirstOrDefault(File.Exists);
}
