using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Atelier.Cli.Tests;

/// <summary>The built program under way.</summary>
internal sealed class AtelierProcess : IDisposable
{
    private const int SigInt = 2;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    public AtelierProcess(string folder, IEnumerable<string> arguments, string? input)
    {
        var start = new ProcessStartInfo(Program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ATELIER_HOME"] = Path.Combine(folder, "home");
        start.Environment.Remove("ATELIER_SERVER");
        start.Environment["NO_COLOR"] = "1";
        // As the script `atelier` of the checkout sets them.
        start.Environment["ATELIER_HOST_DIR"] = Path.Combine(Root, "hosts", "node");
        start.Environment["ATELIER_MODELS_DIR"] = Path.Combine(Root, "models");
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
        _process.StandardInput.Write(input);
        _process.StandardInput.Close();
    }

    /// <summary>The program. Default: the one beside the tests, where their build copies it.</summary>
    public static string Program { get; set; } = Path.Combine(AppContext.BaseDirectory, "atelier");

    /// <summary>The checkout.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public void Kill() => _process.Kill();

    /// <summary>What Ctrl-C sends.</summary>
    public void Interrupt() => Assert.Equal(0, Signal(_process.Id, SigInt));

    public async Task<Ended> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        await _process.WaitForExitAsync(limit.Token);
        return new Ended(_process.ExitCode, await _output, await _error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "Atelier.slnx")) ? folder : Above(Path.GetDirectoryName(folder)!);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);

    /// <summary>What a program left.</summary>
    internal sealed record Ended(int Exit, string Output, string Error)
    {
        public JsonElement Json => JsonElement.Parse(Output);

        public IReadOnlyList<JsonElement> JsonLines => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonElement.Parse(line))];
    }
}
