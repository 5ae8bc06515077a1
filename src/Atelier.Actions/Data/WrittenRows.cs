using System.ComponentModel;
using System.Text.Json.Serialization;
using Atelier.Actions.Files;
using Atelier.Sdk;

namespace Atelier.Actions.Data;

/// <summary>What the actions that write rows yield: the file as an artifact, and how many rows it holds.</summary>
internal sealed record WrittenRows
{
    [JsonPropertyName("$artifact")]
    [Description("Digest of the bytes.")]
    public required string Digest { get; init; }

    [JsonPropertyName("mediaType")]
    [Description("Media type by the extension.")]
    public required string MediaType { get; init; }

    [Description("The file's name.")]
    public required string Name { get; init; }

    [Description("Bytes.")]
    public required long Size { get; init; }

    [Description("Absolute path.")]
    public required string Path { get; init; }

    [Description("Rows that were written.")]
    public required long Rows { get; init; }

    /// <summary>Writes the file; <paramref name="write"/> returns the number of rows.</summary>
    public static async ValueTask<ActionResult<WrittenRows>> WriteAsync(
        ActionContext context, string path, Func<Stream, CancellationToken, ValueTask<long>> write, CancellationToken cancellationToken)
    {
        var rows = 0L;
        try
        {
            var written = await WrittenFiles.WriteAsync(
                context,
                path,
                overwrite: true,
                async (file, token) => rows = await write(file, token).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
            return written switch
            {
                ActionResult<Artifact>.Succeeded { Output: var file } => new WrittenRows
                {
                    Digest = file.Digest,
                    MediaType = file.MediaType,
                    Name = file.Name ?? System.IO.Path.GetFileName(path),
                    Size = file.Size,
                    Path = path,
                    Rows = rows,
                },
                ActionResult<Artifact>.Failed { Failure: var failure } => failure,
                _ => throw new InvalidOperationException("a write succeeds or fails"),
            };
        }
        catch (DataException exception)
        {
            return exception.Failure;
        }
    }
}
