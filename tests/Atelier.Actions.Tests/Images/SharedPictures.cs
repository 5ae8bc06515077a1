using Xunit;

namespace Atelier.Actions.Tests.Images;

/// <summary>Real pictures beside the repository (<c>../shared/data</c>, or under <c>ATELIER_SHARED</c>); tests skip without them.</summary>
internal static class SharedPictures
{
    /// <summary>Paintings and photos.</summary>
    public static IReadOnlyList<string> Art() => Folder("art");

    /// <summary>Paintings and photos, and photos of people.</summary>
    public static IReadOnlyList<string> All() => [.. Folder("art"), .. Folder("faces")];

    private static string[] Folder(string name)
    {
        var shared = Environment.GetEnvironmentVariable("ATELIER_SHARED");
        for (var folder = AppContext.BaseDirectory; shared is null && folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var candidate = Path.Join(folder, "shared");
            shared = Directory.Exists(Path.Join(candidate, "data")) ? candidate : null;
        }

        var pictures = shared is null ? null : Path.Join(shared, "data", name);
        if (!Directory.Exists(pictures))
        {
            Assert.Skip($"there is no ../shared/data/{name}");
        }

        return [.. Directory.GetFiles(pictures, "*.jpg").Order(StringComparer.Ordinal)];
    }
}
