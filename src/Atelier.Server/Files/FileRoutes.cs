using Atelier.Api.Files;
using Atelier.Api.Security;
using Atelier.Server.Problems;
using Atelier.Server.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Atelier.Server.Files;

/// <summary><c>/files</c>: what may be picked as an input.</summary>
internal static class FileRoutes
{
    private const int Most = 1000;

    public static void MapFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/files", List).Requires(Scope.Read).WithTags("Files").WithSummary("What is in a folder of the server's roots; without a path, the roots.");

    private static Results<Ok<FolderResponse>, Refusal> List(FileRoots roots, string? path = null)
    {
        if (path is null)
        {
            return TypedResults.Ok(new FolderResponse { Entries = [.. roots.All.Select(static root => EntryOf(new DirectoryInfo(root)) with { Name = root })], Truncated = false });
        }

        if (roots.Inside(path) is not { } folder)
        {
            return Refusal.Forbidden(ServerCodes.OutsideRoots, $"`{path}` lies outside the folders of this server", "`GET /api/v1/files` lists them.");
        }

        if (!Directory.Exists(folder))
        {
            return Refusal.NotFound($"there is no folder `{path}`");
        }

        try
        {
            var all = new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(static info => !info.Name.StartsWith('.'))
                .OrderBy(static info => info is not DirectoryInfo).ThenBy(static info => info.Name, StringComparer.Ordinal).Take(Most + 1).ToArray();
            return TypedResults.Ok(new FolderResponse
            {
                Path = folder,
                Parent = Path.GetDirectoryName(folder) is { } parent && roots.Inside(parent) is not null ? parent : null,
                Entries = [.. all.Take(Most).Select(EntryOf)],
                Truncated = all.Length > Most,
            });
        }
        catch (UnauthorizedAccessException exception)
        {
            return Refusal.Forbidden(ServerCodes.OutsideRoots, $"`{path}` cannot be read: {exception.Message}");
        }
    }

    private static FileEntry EntryOf(FileSystemInfo info) => new()
    {
        Name = info.Name,
        Path = info.FullName,
        Folder = info is DirectoryInfo,
        Size = info is FileInfo { Exists: true } file ? file.Length : null,
        Changed = info.LastWriteTimeUtc,
    };
}
