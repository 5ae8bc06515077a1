using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Workers;

/// <summary>A program that was told where the server is, and what it writes.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly SemaphoreSlim _came = new(0);

    private ChildProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where the checkout is.</summary>
    public static string Repository
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Join(folder, "Atelier.slnx")))
            {
                folder = Path.GetDirectoryName(folder)!;
            }

            return folder;
        }
    }

    /// <summary>Skips the test where there is no Python.</summary>
    public static void NeedPython()
    {
        try
        {
            using var version = Process.Start(new ProcessStartInfo("python3", ["-c", "import sys; sys.exit(sys.version_info < (3, 9))"]))!;
            version.WaitForExit();
            Assert.SkipUnless(version.ExitCode == 0, "python3 is older than 3.9");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("python3 is not on PATH");
        }
    }

    /// <summary>Python with the client on its path.</summary>
    public static ChildProcess Python(ServerUnderTest server, params string[] arguments) => Start(server, "python3", ["-u", .. arguments]);

    /// <summary>The command line.</summary>
    public static ChildProcess Atelier(ServerUnderTest server, params string[] arguments) => Start(server, "dotnet", [Path.Join(AppContext.BaseDirectory, "atelier.dll"), .. arguments]);

    /// <summary>Waits for a line that it writes.</summary>
    public async Task SeesAsync(string part)
    {
        var seen = new List<string>();
        while (true)
        {
            Assert.True(await _came.WaitAsync(Patience, TestContext.Current.CancellationToken), $"`{part}` was not written; seen: {string.Join(" | ", seen)}");
            if (_lines.TryDequeue(out var line))
            {
                seen.Add(line);
                if (line.Contains(part, StringComparison.Ordinal))
                {
                    return;
                }
            }
        }
    }

    /// <summary>kill -9.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>Ctrl-C; gives its exit status.</summary>
    public async Task<int> InterruptAsync()
    {
        using (var kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _came.Dispose();
    }

    private static ChildProcess Start(ServerUnderTest server, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PYTHONPATH"] = Path.Join(Repository, "clients", "python");
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["ATELIER_HOME"] = Path.Join(server.Root, "..", "worker-home");
        start.Environment["ATELIER_SERVER"] = server.App.Address.ToString();
        start.Environment["ATELIER_TOKEN"] = server.App.StartToken;
        return new ChildProcess(Process.Start(start)!);
    }

    private void Take(string? line)
    {
        if (line is not null)
        {
            _lines.Enqueue(line);
            _came.Release();
        }
    }
}
