namespace Atelier.Hosting.Workflows;

/// <summary>Names a version for people: the branch its file is on and the time, <c>main-20261120-1015</c>; the time alone outside git.</summary>
internal static class VersionLabel
{
    private const string Prefix = "ref: refs/heads/";

    public static string Of(string file, TimeProvider time)
    {
        var moment = time.GetUtcNow().ToString("yyyyMMdd-HHmm");
        return BranchOf(file) is { } branch ? $"{branch}-{moment}" : moment;
    }

    private static string? BranchOf(string file)
    {
        for (var folder = Path.GetDirectoryName(file); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var head = Path.Join(folder, ".git", "HEAD");
            try
            {
                if (File.Exists(head))
                {
                    var text = File.ReadAllText(head).Trim();
                    return text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : null;
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        return null;
    }
}
