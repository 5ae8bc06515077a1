namespace Atelier.Hosting.Tests;

/// <summary>A folder with workflows, and a home in it.</summary>
internal sealed class TemporaryHome : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atelier-hosting-");

    public string Folder => _folder.FullName;

    public string Path => System.IO.Path.Combine(Folder, "home");

    public string Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Folder, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
