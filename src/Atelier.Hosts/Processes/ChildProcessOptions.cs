namespace Atelier.Hosts.Processes;

/// <summary>What to start and where its output goes.</summary>
public sealed record ChildProcessOptions
{
    /// <summary>The program and its arguments, never read by a shell. A program without <c>/</c> is looked up on <c>PATH</c>.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Where it starts. Default: where this process runs.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Variables on top of this process's own; a null value removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>The file that becomes its standard input. Default: none, so reading ends at once.</summary>
    public string? StandardInputFile { get; init; }

    /// <summary>
    /// True: its standard input is a pipe that stays open, and silent, as long as this process lives and the child is not
    /// ended; hosts end by themselves when it closes. Excludes <see cref="StandardInputFile"/>. Default: false.
    /// </summary>
    public bool HoldStandardInput { get; init; }

    /// <summary>
    /// Called for each line of standard output, in order, on a thread of its own. A slow callback makes the child wait; one that throws
    /// ends it and faults <see cref="ChildProcess.Exited"/>. Default: lines are dropped.
    /// </summary>
    public Action<string>? OnStandardOutput { get; init; }

    /// <summary>The same for standard error.</summary>
    public Action<string>? OnStandardError { get; init; }

    /// <summary>Bytes of one line that are kept; the rest of a longer line is dropped. Default: 65,536.</summary>
    public int MaxLineBytes { get; init; } = 65_536;
}
