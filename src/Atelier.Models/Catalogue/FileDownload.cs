using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Atelier.Models.Catalogue;

/// <summary>
/// Brings one file here: <c>NAME.part</c> grows, over broken connections and over ended processes, and gets its name when its checksum is right. A file that has
/// its name is whole.
/// </summary>
internal sealed class FileDownload(HubClient hub, HubOptions options, TimeProvider time, string model, string commit)
{
    private const int BufferSize = 1 << 17;

    /// <summary>Bytes that came over the network.</summary>
    public long Fetched { get; private set; }

    /// <summary>Fetches what is missing of it.</summary>
    /// <param name="file">As announced.</param>
    /// <param name="path">Where it shall lie.</param>
    /// <param name="told">Called with the bytes that are here.</param>
    /// <param name="cancellationToken">Leaves the part where it is.</param>
    /// <exception cref="PullException">It cannot be had.</exception>
    public async Task FetchAsync(HubFile file, string path, Action<long> told, CancellationToken cancellationToken)
    {
        if (File.Exists(path))
        {
            told(new FileInfo(path).Length);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = path + ".part";
        var resumed = File.Exists(part) && new FileInfo(part).Length > 0;
        for (var last = !resumed; ; last = true)
        {
            await new Attempts(options, time).RunAsync((attempts, cancellation) => AppendAsync(file, part, attempts, told, cancellation), cancellationToken).ConfigureAwait(false);
            var problem = await ProblemOfAsync(file, part, cancellationToken).ConfigureAwait(false);
            if (problem is null)
            {
                File.Move(part, path);
                return;
            }

            // What lay here from another time may be what is wrong: one whole fetch decides.
            File.Delete(part);
            if (last)
            {
                throw new PullException(HubCodes.WrongChecksum, problem);
            }
        }
    }

    private async Task<bool> AppendAsync(HubFile file, string part, Attempts attempts, Action<long> told, CancellationToken cancellationToken)
    {
        var here = File.Exists(part) ? new FileInfo(part).Length : 0;
        if (here > 0 && here == file.Size)
        {
            return true;
        }

        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timer = time.CreateTimer(static state => ((CancellationTokenSource)state!).Cancel(), stall, options.Stall, Timeout.InfiniteTimeSpan);
        using var response = await hub.OpenAsync(model, commit, file.Name, here, stall.Token).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            // The part is as long as the file or longer; its checksum will tell, or it is fetched anew.
            return true;
        }

        var goesOn = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == here;
        await using var target = new FileStream(part, goesOn ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.Read, 1);
        await using var source = await response.Content.ReadAsStreamAsync(stall.Token).ConfigureAwait(false);
        var buffer = new byte[BufferSize];
        int count;
        while ((count = await ReadAsync(source, buffer, stall.Token).ConfigureAwait(false)) > 0)
        {
            await target.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            Fetched += count;
            attempts.Advanced();
            timer.Change(options.Stall, Timeout.InfiniteTimeSpan);
            told(target.Length);
        }

        return file.Size is not { } size || target.Length >= size
            ? true
            : throw new HttpIOException(HttpRequestError.ResponseEnded, $"{target.Length} of {size} bytes of {file.Name} came");
    }

    /// <summary>What breaks here is the network; what breaks while writing is the disk.</summary>
    private static async Task<int> ReadAsync(Stream source, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        }
        catch (IOException exception) when (exception is not HttpIOException)
        {
            throw new HttpIOException(HttpRequestError.ResponseEnded, exception.Message, exception);
        }
    }

    /// <summary>Null: the part is what was announced.</summary>
    private static async Task<string?> ProblemOfAsync(HubFile file, string part, CancellationToken cancellationToken)
    {
        var length = new FileInfo(part).Length;
        if (file.Size is { } size && size != length)
        {
            return $"{file.Name} has {length:N0} bytes, the hub announced {size:N0}; nothing of it was kept";
        }

        var expected = file.Sha256 ?? file.GitHash;
        if (expected is null)
        {
            return null;
        }

        using var hash = IncrementalHash.CreateHash(file.Sha256 is null ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256);
        if (file.Sha256 is null)
        {
            hash.AppendData(Encoding.ASCII.GetBytes($"blob {length}\0"));
        }

        await using var stream = new FileStream(part, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        var buffer = new byte[BufferSize];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            hash.AppendData(buffer, 0, count);
        }

        var actual = Convert.ToHexStringLower(hash.GetHashAndReset());
        return actual == expected ? null : $"the checksum of {file.Name} is {Short(actual)}, the hub announced {Short(expected)}; nothing of it was kept";
    }

    private static string Short(string digest) => digest.Length > 12 ? digest[..12] + "..." : digest;
}
