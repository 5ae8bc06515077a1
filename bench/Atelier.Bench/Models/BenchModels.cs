using System.Diagnostics;
using Atelier.Bench.Engine;

namespace Atelier.Bench.Models;

/// <summary>Models of real size with random weights, written once by <c>eng/models/make_bench.py</c> and kept under <c>.build/</c>.</summary>
internal static class BenchModels
{
    public const string Clip = "bench-clip-vit-b32";
    public const string Encoder = "bench-350mb";
    public const string Detector = "bench-detector";

    // Debian's packages belong to Debian's Python, which another may hide.
    private static readonly string[] Pythons = ["python3", "/usr/bin/python3"];

    /// <summary>The folder of a model; written when it is missing.</summary>
    public static string PathOf(string name)
    {
        var folder = Path.Join(Repository.Root(), ".build", "bench-models");
        var path = Path.Join(folder, name);
        if (!File.Exists(Path.Join(path, "config.json")))
        {
            // A script that was interrupted leaves a folder that counts for nothing.
            var fresh = folder + ".new";
            Run(Python(), Path.Join(Repository.Root(), "eng", "models", "make_bench.py"), fresh, name);
            Directory.CreateDirectory(folder);
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }

            Directory.Move(Path.Join(fresh, name), path);
        }

        return path;
    }

    private static string Python() => Pythons.FirstOrDefault(static python => Start(python, "-c", "import onnx, numpy") == 0)
        ?? throw new InvalidOperationException("eng/models/make_bench.py needs Debian's python3-onnx and python3-numpy");

    private static void Run(string program, params string[] arguments)
    {
        if (Start(program, arguments) is var status && status != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {status}");
        }
    }

    private static int Start(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
