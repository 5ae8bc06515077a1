using Atelier.Sdk;

namespace Atelier.Actions.Files;

/// <summary>What the actions that write files have in common.</summary>
internal static class WrittenFiles
{
    /// <summary>Writes the file and yields an artifact that refers to it.</summary>
    public static async ValueTask<ActionResult<Artifact>> WriteAsync(
        ActionContext context, string path, bool overwrite, Func<Stream, CancellationToken, ValueTask> content, CancellationToken cancellationToken)
    {
        if (!overwrite && File.Exists(path))
        {
            return StepFailure.Permanent(ActionCodes.FileExists, $"`{path}` is there already; choose another path or allow `overwrite: true`");
        }

        try
        {
            await AtomicFile.WriteAsync(path, context.IdempotencyKey, content, cancellationToken).ConfigureAwait(false);
            return await context.Artifacts.LinkAsync(path, MediaTypes.OfFile(path), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (FileFailures.Handles(exception))
        {
            return FileFailures.From(exception, "write", path);
        }
    }

    /// <summary>Copies an artifact's bytes.</summary>
    public static async ValueTask CopyAsync(ActionContext context, Artifact artifact, Stream file, CancellationToken cancellationToken)
    {
        var content = await context.Artifacts.OpenReadAsync(artifact, cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            await content.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether the file is there with these bytes.</summary>
    public static async ValueTask<bool> StillHoldsAsync(ActionContext context, string path, string digest, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            return (await context.Artifacts.LinkAsync(path, null, cancellationToken).ConfigureAwait(false)).Digest == digest;
        }
        catch (Exception exception) when (exception is ArtifactException || FileFailures.Handles(exception))
        {
            return false;
        }
    }
}
