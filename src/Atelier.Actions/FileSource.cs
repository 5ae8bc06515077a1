using Atelier.Actions.Files;
using Atelier.Sdk;

namespace Atelier.Actions;

/// <summary>Bytes named by exactly one of a path and an artifact.</summary>
/// <param name="Path">The absolute path; null for an artifact.</param>
/// <param name="Artifact">The artifact; null for a path.</param>
internal sealed record FileSource(string? Path, Artifact? Artifact)
{
    /// <summary>What messages call it.</summary>
    public string Name => Path ?? Artifact!.Name ?? Artifact!.Digest;

    /// <summary>Changes when the bytes may have: digest, or size and time of change.</summary>
    public string Stamp
    {
        get
        {
            if (Artifact is not null)
            {
                return Artifact.Digest;
            }

            var file = new FileInfo(Path!);
            return file.Exists ? $"{file.Length}-{file.LastWriteTimeUtc.Ticks}" : "gone";
        }
    }

    /// <summary>Reads the two fields; false with a failure unless exactly one is given.</summary>
    public static bool TryOf(string? path, Artifact? file, ActionContext context, out FileSource source, out StepFailure? failure)
    {
        source = new FileSource(path is null ? null : context.ResolvePath(path), file);
        failure = (path is null) == (file is null)
            ? StepFailure.Permanent(ActionCodes.BadInput, "exactly one of `path` (a path) and `file` (an artifact) is needed")
            : null;
        return failure is null;
    }

    /// <summary>Opens the bytes at an offset; throws what the file system throws, and <see cref="ArtifactException"/>.</summary>
    public async ValueTask<Stream> OpenAsync(ActionContext context, long offset, CancellationToken cancellationToken)
    {
        var path = Path;
        if (Artifact is not null)
        {
            if (offset == 0)
            {
                return await context.Artifacts.OpenReadAsync(Artifact, cancellationToken).ConfigureAwait(false);
            }

            path = await context.Artifacts.GetPathAsync(Artifact, cancellationToken).ConfigureAwait(false);
        }

        // One megabyte: pages of sources read forward, and few large reads beat many small ones.
        var stream = new FileStream(path!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16, FileOptions.SequentialScan);
        stream.Position = offset;
        return stream;
    }

    /// <summary>The failure of reading it.</summary>
    public StepFailure Failure(Exception exception) => FileFailures.From(exception, "read", Name);
}
