using System.Text.Json;

namespace Atelier.Models.Catalogue;

/// <summary>
/// Fetches a model from a hub into its folder. Files gather in a hidden folder beside it, go on there after an interruption, and all take their place at once: a model
/// is there whole or as it was before. One process at a time fetches a model.
/// </summary>
public sealed class ModelPull
{
    private const string Record = ".pulled.json";
    private const long Spare = 64L << 20;
    private const int DiskFullHResult = unchecked((int)0x80070070);
    private const int NoSpace = 28; // ENOSPC

    private readonly HttpClient _http;
    private readonly HubOptions _options;
    private readonly TimeProvider _time;
    private readonly Func<string, long> _freeBytes;

    /// <summary>Speaks through <paramref name="http"/>, whose own timeout must be infinite: large files take their time.</summary>
    public ModelPull(HttpClient http, HubOptions options, TimeProvider time)
        : this(http, options, time, static folder => new DriveInfo(folder).AvailableFreeSpace)
    {
    }

    internal ModelPull(HttpClient http, HubOptions options, TimeProvider time, Func<string, long> freeBytes)
    {
        (_http, _options, _time, _freeBytes) = (http, options, time, freeBytes);
    }

    /// <summary>Fetches it, or says why not.</summary>
    /// <param name="request">What.</param>
    /// <param name="hubFolder">Where pulled models lie; the model's own folder is its name below it.</param>
    /// <param name="progress">Told about every piece; null: nobody asks.</param>
    /// <param name="cancellationToken">Leaves what came for the next time.</param>
    public async Task<PullResult> RunAsync(PullRequest request, string hubFolder, IProgress<PullProgress>? progress, CancellationToken cancellationToken)
    {
        if (!IsName(request.Hub))
        {
            return PullResult.Failed(new PullFailure(HubCodes.NotToPull, $"`{request.Hub}` is no name of a model on a hub; such names are OWNER/NAME"));
        }

        try
        {
            return PullResult.Done(await PullAsync(request, hubFolder, progress, cancellationToken).ConfigureAwait(false));
        }
        catch (PullException exception)
        {
            return PullResult.Failed(exception.Failure);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && exception is not HttpIOException)
        {
            return PullResult.Failed(new PullFailure(HubCodes.CannotWrite, IsFull(exception)
                ? $"the disk of {hubFolder} is full; what came is kept: make room and pull again to go on"
                : $"{hubFolder} cannot be written: {exception.Message}"));
        }
    }

    /// <summary><c>owner/name</c>, as hubs allow it.</summary>
    public static bool IsName(string text) =>
        text.Split('/') is [{ Length: > 0 } owner, { Length: > 0 } name] && owner[0] != '.' && name[0] != '.' && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_' or '.');

    private async Task<PulledModel> PullAsync(PullRequest request, string hubFolder, IProgress<PullProgress>? progress, CancellationToken cancellationToken)
    {
        var hub = new HubClient(_http, _options, _time);
        var listing = await hub.ListAsync(request.Hub, request.Revision, cancellationToken).ConfigureAwait(false);
        var files = FileChoice.Of(listing, request);
        var folder = Path.Join(hubFolder, request.Hub);
        var sameCommit = CommitOf(folder) == listing.Commit;
        var missing = sameCommit ? [.. files.Where(file => !IsHere(folder, file))] : files;
        if (missing.Count == 0)
        {
            return new PulledModel(request.Hub, listing.Commit, folder, files.Count, SizeOf(folder), 0);
        }

        var waiting = Path.Join(hubFolder, ".pull", request.Hub.Replace("/", "--", StringComparison.Ordinal));
        Directory.CreateDirectory(waiting);
        long fetched;
        using (Lock(Path.Join(waiting, "lock"), request.Hub))
        {
            var gathering = Path.Join(waiting, listing.Commit);
            fetched = await GatherAsync(hub, request.Hub, listing.Commit, missing, gathering, progress, cancellationToken).ConfigureAwait(false);
            if (sameCommit)
            {
                AddTo(folder, gathering, missing);
            }
            else
            {
                await File.WriteAllTextAsync(Path.Join(gathering, Record), JsonSerializer.Serialize(new { commit = listing.Commit, hub = _options.Endpoint.AbsoluteUri }), cancellationToken).ConfigureAwait(false);
                Replace(folder, gathering, Path.Join(waiting, "before"));
            }
        }

        Directory.Delete(waiting, recursive: true);
        return new PulledModel(request.Hub, listing.Commit, folder, files.Count, SizeOf(folder), fetched);
    }

    private async Task<long> GatherAsync(HubClient hub, string model, string commit, IReadOnlyList<HubFile> files, string gathering, IProgress<PullProgress>? progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(gathering);
        CheckSpace(files, gathering, model);
        var download = new FileDownload(hub, _options, _time, model, commit);
        var (done, total) = (0L, files.Sum(static file => file.Size ?? 0));
        foreach (var file in files)
        {
            var before = done;
            void Told(long here)
            {
                done = before + here;
                progress?.Report(new PullProgress(file.Name, done, Math.Max(total, done)));
            }

            await download.FetchAsync(file, Path.Join(gathering, file.Name), Told, cancellationToken).ConfigureAwait(false);
        }

        return download.Fetched;
    }

    /// <summary>The commit that a folder's files are of; null: it was not pulled, or not wholly.</summary>
    private static string? CommitOf(string folder)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, Record)));
            return json.RootElement.GetProperty("commit").GetString();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or JsonException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static bool IsHere(string folder, HubFile file) => new FileInfo(Path.Join(folder, file.Name)) is { Exists: true } info && (file.Size is null || file.Size == info.Length);

    private void CheckSpace(IReadOnlyList<HubFile> files, string gathering, string hub)
    {
        var missing = files.Sum(file => Math.Max(0, (file.Size ?? 0) - Present(Path.Join(gathering, file.Name))));
        var free = _freeBytes(gathering);
        if (missing + Spare > free)
        {
            throw new PullException(HubCodes.CannotWrite, $"{hub} needs {missing / 1e6:N0} MB more and some room, {free / 1e6:N0} MB are free on the disk of {gathering}");
        }
    }

    private static long Present(string path) => File.Exists(path) ? new FileInfo(path).Length : File.Exists(path + ".part") ? new FileInfo(path + ".part").Length : 0;

    private static FileStream Lock(string path, string hub)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException exception) when (exception is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException) && !IsFull(exception))
        {
            throw new PullException(HubCodes.Busy, $"another process is fetching {hub} right now");
        }
    }

    /// <summary>More files of the commit that is there: another precision beside the first.</summary>
    private static void AddTo(string folder, string gathering, IReadOnlyList<HubFile> files)
    {
        foreach (var file in files)
        {
            var target = Path.Join(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(Path.Join(gathering, file.Name), target, overwrite: true);
        }
    }

    /// <summary>The new folder in the place of the old one, which goes only when the new one is there.</summary>
    private static void Replace(string folder, string gathering, string before)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        if (Directory.Exists(folder))
        {
            if (Directory.Exists(before))
            {
                Directory.Delete(before, recursive: true);
            }

            Directory.Move(folder, before);
        }

        Directory.Move(gathering, folder);
    }

    private static long SizeOf(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Where(static file => file.Name[0] != '.').Sum(static file => file.Length);

    private static bool IsFull(Exception exception) => exception.HResult is DiskFullHResult or NoSpace;
}
