using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Atelier.Hosts.Processes;

/// <summary>
/// How a child is started: <c>setsid sh -c LAUNCH</c>. The shell starts a watcher in yet another session and then becomes the program
/// (<c>exec</c>), so the process id, the exit code and the signals are the program's own.
/// The watcher blocks on a pipe that only this process holds open: when this process dies, the pipe closes, and the watcher kills
/// the program's process group and every process that carries the child's tag in its environment, which a daemon inherits
/// however often it forks and whatever session it opens. (PR_SET_PDEATHSIG would not do: it fires when the starting <em>thread</em> ends.)
/// </summary>
internal static class ChildLauncher
{
    /// <summary>Written to the watcher when there is nothing left to kill.</summary>
    public const string Release = "q\n";

    /// <summary>The variable that marks every descendant.</summary>
    public const string TagVariable = "ATELIER_CHILD";

    // $1 tag, $2 watcher script, $3 command that opens a session ('' where there is none), $4 input file ('' keeps the pipe).
    private const string Launch = """
        tag=$1 watch=$2 session=$3 in=$4
        shift 4
        exec 3<&0
        ($session /bin/sh -c "$watch" atelier-watch $$ "$tag" <&3 3<&- >/dev/null 2>&1 &)
        export ATELIER_CHILD="$tag"
        if [ -n "$in" ]; then exec "$@" <"$in" 3<&-; else exec "$@" 3<&-; fi
        """;

    // $1 process group, $2 tag. `read` returns at the end of the pipe or at the release.
    private const string Watch = """
        read -r word
        [ "$word" = q ] && exit
        kill -KILL "-$1"
        PATH=/usr/bin:/bin:$PATH n=0
        while [ $n -lt 50 ]; do
          found=$(grep -las "ATELIER_CHILD=$2" /proc/[0-9]*/environ)
          [ -n "$found" ] || exit
          for path in $found; do pid=${path#/proc/}; kill -KILL "${pid%/environ}"; done
          n=$((n+1))
        done
        """;

    private static readonly string? Setsid = FindProgram("setsid", Environment.GetEnvironmentVariable("PATH"), null);

    private static int _started;

    public static bool TryPrepare(
        ChildProcessOptions options,
        [NotNullWhen(true)] out ProcessStartInfo? start,
        [NotNullWhen(true)] out string? tag,
        [NotNullWhen(false)] out string? problem)
    {
        start = null;
        tag = null;
        problem = Check(options, out var program);
        if (problem is not null)
        {
            return false;
        }

        tag = $"{Environment.ProcessId}-{Stopwatch.GetTimestamp()}-{Interlocked.Increment(ref _started)}.";
        start = new ProcessStartInfo
        {
            FileName = Setsid ?? "perl",
            WorkingDirectory = options.WorkingDirectory ?? string.Empty,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in options.Environment)
        {
            start.Environment[name] = value;
        }

        start.Environment.Remove(TagVariable);
        var input = options.HoldStandardInput ? string.Empty : options.StandardInputFile ?? "/dev/null";
        string[] session = Setsid is null ? ["-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV"] : [];
        string[] shell = ["/bin/sh", "-c", Launch, "atelier-launch", tag, Watch, Setsid ?? string.Empty, input, program!];
        foreach (var argument in session.Concat(shell).Concat(options.Command.Skip(1)))
        {
            start.ArgumentList.Add(argument);
        }

        return true;
    }

    /// <summary>The program's path: itself when it names a folder, else the first executable of that name on <paramref name="path"/>; null when there is none.</summary>
    public static string? FindProgram(string program, string? path, string? workingDirectory)
    {
        if (program.Contains('/', StringComparison.Ordinal))
        {
            return IsExecutable(Path.GetFullPath(program, workingDirectory ?? Environment.CurrentDirectory)) ? program : null;
        }

        return (path ?? "/usr/local/bin:/usr/bin:/bin")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Join(folder, program))
            .FirstOrDefault(IsExecutable);
    }

    private static string? Check(ChildProcessOptions options, out string? program)
    {
        program = null;
        if (options.Command.Count == 0 || options.Command[0].Length == 0)
        {
            return "the command is empty";
        }

        if (options.WorkingDirectory is { } folder && !Directory.Exists(folder))
        {
            return $"the folder `{folder}` does not exist";
        }

        if (options.StandardInputFile is { } input && !File.Exists(input))
        {
            return $"the input file `{input}` does not exist";
        }

        var path = options.Environment.TryGetValue("PATH", out var own) ? own : Environment.GetEnvironmentVariable("PATH");
        program = FindProgram(options.Command[0], path, options.WorkingDirectory);
        return program is null ? $"there is no program `{options.Command[0]}`: neither a file nor on PATH" : null;
    }

    private static bool IsExecutable(string path)
    {
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return !OperatingSystem.IsWindows() && File.Exists(path) && (File.GetUnixFileMode(path) & Execute) != 0;
    }
}
