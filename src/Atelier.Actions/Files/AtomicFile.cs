using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Atelier.Actions.Files;

/// <summary>
/// Writes a file so that whoever looks sees the old one or the whole new one, also after a power loss: temporary file beside it, fsync,
/// rename, fsync of the folder.
/// </summary>
internal static class AtomicFile
{
    private const int OpenReadOnly = 0;

    /// <summary>
    /// Writes with <paramref name="write"/> and returns the digest (<c>sha256:...</c>). The temporary name follows from
    /// <paramref name="owner"/>, so what a killed body left is overwritten by the next try instead of piling up.
    /// </summary>
    public static async ValueTask<string> WriteAsync(string path, string owner, Func<Stream, CancellationToken, ValueTask> write, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        if (Directory.Exists(path))
        {
            throw new UnauthorizedAccessException();
        }

        var temporary = Path.Join(folder, $".atelier-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{owner}\n{path}")))[..16]}.part");
        try
        {
            string digest;
            var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.Read, 64 * 1024, useAsync: false);
            await using (file.ConfigureAwait(false))
            {
                using var hash = SHA256.Create();
                var hashing = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true);
                await using (hashing.ConfigureAwait(false))
                {
                    await write(hashing, cancellationToken).ConfigureAwait(false);
                    await hashing.FlushFinalBlockAsync(cancellationToken).ConfigureAwait(false);
                }

                digest = "sha256:" + Convert.ToHexStringLower(hash.Hash!);
                file.Flush(flushToDisk: true);
            }

            cancellationToken.ThrowIfCancellationRequested();
            File.Move(temporary, path, overwrite: true);
            SyncFolder(folder);
            return digest;
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (FileFailures.Handles(exception))
        {
            // The failure that led here is the one worth telling.
        }
    }

    // .NET opens no folders, and without this a rename may be lost with the power.
    private static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(Encoding.UTF8.GetBytes(folder + '\0'), OpenReadOnly);
        if (handle >= 0)
        {
            _ = Fsync(handle);
            _ = Close(handle);
        }
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
