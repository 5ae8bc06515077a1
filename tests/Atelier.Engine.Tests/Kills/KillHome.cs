using System.Diagnostics;

namespace Atelier.Engine.Tests.Kills;

/// <summary>A folder with a home and what its bodies did outside; gone at the end.</summary>
internal sealed class KillHome : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atelier-kills-");

    public string Database => Path.Join(_folder.FullName, "atelier.db");

    public IEnumerable<string> Effects() => File.ReadLines(Path.Join(_folder.FullName, "effects.log"));

    public Process Start(int items)
    {
        var child = Path.Join(AppContext.BaseDirectory, "Atelier.Engine.KillChild.dll");
        var start = new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", ["exec", child, _folder.FullName, $"{items}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
