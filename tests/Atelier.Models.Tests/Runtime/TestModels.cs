using Atelier.Models.Lanes;
using Atelier.Models.Runtime;
using Xunit;

namespace Atelier.Models.Tests.Runtime;

/// <summary>A home over the demo models and the built host of this checkout. <c>$DEMO</c> in a registry is their folder.</summary>
internal sealed class TestModels : IDisposable
{
    public TestModels(string registry = "", bool real = false)
    {
        Home = Directory.CreateTempSubdirectory("atelier-test-").FullName;
        Host = new ModelHostOptions { HostFolder = Path.Join(Root(), "hosts", "node"), RuntimeFolder = Home };
        File.WriteAllText(Path.Join(Home, "models.yaml"), registry.Replace("$DEMO", Demo, StringComparison.Ordinal));
        Assert.SkipWhen(
            real && !File.Exists(Path.Join(Host.HostFolder, "dist", "models", "main.js")),
            "needs the built host: npm ci && npm run build in hosts/node");
    }

    /// <summary>Folder of the demo models.</summary>
    public static string Demo => Path.Join(Root(), "models");

    public string Home { get; }

    public ModelHostOptions Host { get; }

    /// <summary>Nothing is built in.</summary>
    public ModelRuntimeOptions Options => new() { HomeFolder = Home, Host = Host };

    /// <summary>The demo models are.</summary>
    public ModelRuntimeOptions WithDemos => Options with { BuiltInFolder = Demo };

    /// <summary>Options with a host that misbehaves as the texts say, see <c>fault-host.mjs</c>.</summary>
    public ModelRuntimeOptions Faulty(TimeSpan? patience = null) => Options with
    {
        Host = Host with { Command = ["node", Path.Join(AppContext.BaseDirectory, "Runtime", "fault-host.mjs")], CallTimeout = patience ?? TimeSpan.FromSeconds(60) },
    };

    /// <summary>A picture of one colour, 256 pixels wide and high, with things on it.</summary>
    public string Picture(string name, string colour, string things = "")
    {
        var path = Path.Join(Home, name + ".svg");
        File.WriteAllText(path, $"<svg xmlns='http://www.w3.org/2000/svg' width='256' height='256'><rect width='256' height='256' fill='{colour}'/>{things}</svg>");
        return path;
    }

    /// <summary>A file that looks like a picture and is none.</summary>
    public string Broken()
    {
        var path = Path.Join(Home, "broken.jpg");
        File.WriteAllText(path, "no picture");
        return path;
    }

    /// <summary>Writes a file of the home.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Join(Home, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A copy of a demo model in the home, to be changed.</summary>
    public string Copy(string demo)
    {
        var folder = Path.Join(Home, demo);
        foreach (var file in Directory.EnumerateFiles(Path.Join(Demo, demo), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Join(folder, Path.GetRelativePath(Path.Join(Demo, demo), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }

    public void Dispose() => Directory.Delete(Home, recursive: true);

    private static string Root()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Join(folder, "Atelier.slnx")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("the tests run outside the checkout");
    }
}
