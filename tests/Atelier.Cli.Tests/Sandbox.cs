namespace Atelier.Cli.Tests;

/// <summary>A folder with workflows and a home of its own.</summary>
internal sealed class Sandbox : IDisposable
{
    private readonly List<AtelierProcess> _processes = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atelier-cli-");

    public string Folder => _folder.FullName;

    public string PathOf(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return name;
    }

    public AtelierProcess Start(params string[] arguments)
    {
        var process = new AtelierProcess(Folder, arguments, null);
        _processes.Add(process);
        return process;
    }

    public async Task<AtelierProcess.Ended> RunAsync(params string[] arguments)
    {
        using var process = new AtelierProcess(Folder, arguments, null);
        return await process.EndAsync();
    }

    public async Task<AtelierProcess.Ended> RunWithInputAsync(string input, params string[] arguments)
    {
        using var process = new AtelierProcess(Folder, arguments, input);
        return await process.EndAsync();
    }

    /// <summary>Asks again until what is asked holds; a run's state, never a time, ends the wait.</summary>
    public async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (!await holds())
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    public Task UntilAsync(Func<bool> holds) => UntilAsync(async () =>
    {
        await Task.Yield();
        return holds();
    });

    public int LinesOf(string name) => File.Exists(PathOf(name)) ? File.ReadAllLines(PathOf(name)).Length : 0;

    public void Dispose()
    {
        _processes.ForEach(static process => process.Dispose());
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                _folder.Delete(recursive: true);
                return;
            }
            catch (IOException) when (attempt < 5)
            {
                // An owner in the background is just ending.
            }
        }
    }
}
