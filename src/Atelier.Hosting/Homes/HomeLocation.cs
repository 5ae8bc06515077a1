namespace Atelier.Hosting.Homes;

/// <summary>Which home a command means.</summary>
public static class HomeLocation
{
    /// <summary>The environment variable that names it.</summary>
    public const string Variable = "ATELIER_HOME";

    /// <summary>The folder that marks a project as having its own home.</summary>
    public const string FolderName = ".atelier";

    /// <summary>
    /// The absolute path of the home: what was asked for, else <c>ATELIER_HOME</c>, else the nearest <c>.atelier</c> folder from
    /// <paramref name="current"/> upwards, else <c>~/.atelier</c>. It need not exist.
    /// </summary>
    public static string Find(string? asked, string current)
    {
        if ((asked ?? Environment.GetEnvironmentVariable(Variable)) is { Length: > 0 } named)
        {
            return Path.GetFullPath(named, current);
        }

        for (var folder = current; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var own = Path.Join(folder, FolderName);
            if (Directory.Exists(own))
            {
                return own;
            }
        }

        return Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), FolderName);
    }
}
