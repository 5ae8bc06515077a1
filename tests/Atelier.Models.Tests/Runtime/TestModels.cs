using Atelier.Models.Lanes;
using Atelier.Models.Runtime;
using Xunit;

namespace Atelier.Models.Tests.Runtime;

/// <summary>A home over the small models and the built host of this checkout.</summary>
internal sealed class TestModels : IDisposable
{
    public TestModels(string registry = "")
    {
        Home = Directory.CreateTempSubdirectory("atelier-test-").FullName;
        Host = new ModelHostOptions { HostFolder = Path.Join(Root(), "hosts", "node") };
        File.WriteAllText(Path.Join(Home, "models.yaml"), registry.Replace("$TINY", Tiny(), StringComparison.Ordinal));
    }

    public string Home { get; }

    public ModelHostOptions Host { get; }

    public ModelRuntimeOptions Options => new() { HomeFolder = Home, Host = Host };

    /// <summary>A picture of one colour.</summary>
    public string Picture(string name, string colour)
    {
        var path = Path.Join(Home, name + ".svg");
        File.WriteAllText(path, $"<svg xmlns='http://www.w3.org/2000/svg' width='256' height='256'><rect width='256' height='256' fill='{colour}'/></svg>");
        return path;
    }

    /// <summary>A file that looks like a picture and is none.</summary>
    public string Broken()
    {
        var path = Path.Join(Home, "broken.jpg");
        File.WriteAllText(path, "no picture");
        return path;
    }

    public void Dispose() => Directory.Delete(Home, recursive: true);

    private string Tiny()
    {
        var shared = Environment.GetEnvironmentVariable("ATELIER_SHARED") ?? Above(Root(), Path.Join("shared", "models", "tiny"))?[..^"/models/tiny".Length];
        var tiny = Path.Join(shared, "models", "tiny");
        Assert.SkipUnless(Directory.Exists(tiny), "needs the small models of shared/models");
        Assert.SkipUnless(File.Exists(Path.Join(Host.HostFolder, "dist", "models", "main.js")), "needs the built host: npm ci && npm run build in hosts/node");
        return tiny;
    }

    private static string Root() => Path.GetDirectoryName(Above(AppContext.BaseDirectory, "Atelier.slnx"))!;

    private static string? Above(string from, string name)
    {
        for (var folder = from; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var found = Path.Join(folder, name);
            if (Path.Exists(found))
            {
                return found;
            }
        }

        return null;
    }
}
