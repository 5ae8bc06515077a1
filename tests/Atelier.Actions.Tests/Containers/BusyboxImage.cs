using System.Diagnostics;
using System.Formats.Tar;
using Atelier.Actions.Containers;
using Xunit;

namespace Atelier.Actions.Tests.Containers;

/// <summary>An image of one program, imported once; tests that need it skip where podman or a static busybox is missing.</summary>
public sealed class BusyboxImage
{
    public const string Name = "localhost/atelier-test-busybox";

    private static readonly Lazy<string?> Problem = new(Import);

    internal static ActionServices Services { get; } = new()
    {
        Containers = Environment.GetEnvironmentVariable("ATELIER_CONTAINER_FLAGS") is null
            ? new ContainerOptions
            {
                Engine = "podman",
                EngineFlags = File.Exists("/usr/sbin/runc") ? ["--runtime", "runc"] : [],
                RunFlags = ["--ulimit", "nofile=1024:1024", "--ulimit", "nproc=1024:1024"],
            }
            : ContainerOptions.FromEnvironment(Environment.GetEnvironmentVariable),
    };

    public static void Require() => Assert.SkipWhen(Problem.Value is not null, Problem.Value ?? string.Empty);

    private static string? Import()
    {
        if (!File.Exists("/usr/bin/podman"))
        {
            return "podman is not installed";
        }

        var busybox = new[] { "/bin/busybox", "/usr/bin/busybox" }.FirstOrDefault(File.Exists);
        if (busybox is null)
        {
            return "a static busybox is not installed";
        }

        var archive = Path.GetTempFileName();
        try
        {
            using (var writer = new TarWriter(File.Create(archive)))
            {
                writer.WriteEntry(busybox, "bin/busybox");
                foreach (var command in new[] { "sh", "cat", "echo", "sleep", "wc" })
                {
                    writer.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, $"bin/{command}") { LinkName = "busybox" });
                }
            }

            using var import = Process.Start(new ProcessStartInfo("podman", ["import", archive, Name]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var said = import.StandardError.ReadToEnd();
            import.WaitForExit();
            return import.ExitCode == 0 ? null : $"podman cannot import an image: {said}";
        }
        finally
        {
            File.Delete(archive);
        }
    }
}
