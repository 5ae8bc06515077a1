using Atelier.Hosting.Homes;
using Atelier.Server;

namespace Atelier.Cli.Tests.Servers;

/// <summary>A home that commands use here, and one that a server keeps; both begin with the same runs.</summary>
public sealed class TwoHomes : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("atelier-two-").FullName;
    private ServerApp? _server;

    /// <summary>Where relative paths of the local home start.</summary>
    public string LocalFolder => Path.Join(_folder, "local");

    /// <summary>The server's root.</summary>
    public string ServerFolder => Path.Join(_folder, "server");

    public Uri Address => _server!.Address;

    public string TokenFile => Path.Join(_folder, "token");

    internal string[] Local => ["--home", Path.Join(LocalFolder, "home")];

    internal string[] Remote => ["--server", Address.ToString(), "--token-file", TokenFile];

    public async ValueTask InitializeAsync()
    {
        // As the script `atelier` of the checkout sets them.
        Environment.SetEnvironmentVariable("ATELIER_HOST_DIR", Path.Combine(AtelierProcess.Root, "hosts", "node"));
        Environment.SetEnvironmentVariable("ATELIER_MODELS_DIR", Path.Combine(AtelierProcess.Root, "models"));
        Directory.CreateDirectory(LocalFolder);
        Directory.CreateDirectory(ServerFolder);
        await TwoHomesRuns.MakeAsync(this);
        Copy(Path.Join(LocalFolder, "home"), Path.Join(ServerFolder, "home"));
        var options = new ServerOptions { Home = Path.Join(ServerFolder, "home"), Port = 0, Roots = [ServerFolder] };
        var home = OwnedHome.TryOpen(options.Home, TimeProvider.System)!;
        _server = await ServerApp.CreateAsync(options, home, TimeProvider.System);
        await _server.StartAsync(TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(TokenFile, _server.StartToken + "\n", TestContext.Current.CancellationToken);
    }

    /// <summary>Runs a command on both and compares all it says.</summary>
    internal async Task<InProcess.Answer> SameAsync(params string[] arguments)
    {
        var here = await InProcess.RunAsync([.. arguments, .. Local]);
        var there = await InProcess.RunAsync([.. arguments, .. Remote]);
        Assert.Equal(Masks.Of(here, LocalFolder, ServerFolder), Masks.Of(there, LocalFolder, ServerFolder));
        return there;
    }

    /// <summary>Lets a run go on to where nothing happens any more, in both homes.</summary>
    internal async Task SettleAsync(string run)
    {
        await InProcess.RunAsync(["resume", run, .. Local]);
        await InProcess.RunAsync(["resume", run, .. Remote]);
    }

    /// <summary>A file beside the local home.</summary>
    internal string Write(string name, string text)
    {
        var file = Path.Join(LocalFolder, name);
        File.WriteAllText(file, text);
        return file;
    }

    /// <summary>As <see cref="SameAsync"/>, for a file that the command writes.</summary>
    internal async Task<string> SameFileAsync(params string[] arguments)
    {
        var (one, two) = (Path.Join(_folder, "here.out"), Path.Join(_folder, "there.out"));
        var here = await InProcess.RunAsync([.. arguments, "-o", one, .. Local]);
        var there = await InProcess.RunAsync([.. arguments, "-o", two, .. Remote]);
        Assert.Equal(Masks.Of(here), Masks.Of(there));
        Assert.Equal(Masks.Of(new(0, File.ReadAllText(one), ""), LocalFolder, ServerFolder), Masks.Of(new(0, File.ReadAllText(two), ""), LocalFolder, ServerFolder));
        return File.ReadAllText(two);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Join(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!file.EndsWith(".sock", StringComparison.Ordinal))
            {
                File.Copy(file, target);
            }
        }
    }
}
