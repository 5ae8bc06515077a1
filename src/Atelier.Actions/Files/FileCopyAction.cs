using System.ComponentModel;
using Atelier.Sdk;

namespace Atelier.Actions.Files;

/// <summary>What <c>files.copy</c> takes.</summary>
internal sealed record FileCopyInput
{
    [Description("The artifact: a row of files.list, or another step's output.")]
    public required Artifact File { get; init; }

    [Description("The folder it goes to; made as needed.")]
    public required string Folder { get; init; }

    [Description("Its path in the folder, with `/`; may not lead out of it. Default: the artifact's own name.")]
    public string? Name { get; init; }

    [Description("Whether a file that is there is replaced; otherwise that is a failure.")]
    [DefaultValue(true)]
    public bool Overwrite { get; init; } = true;
}

/// <summary><c>files.copy</c>: the output is an artifact that refers to the copy.</summary>
internal sealed class FileCopyAction : StepAction<FileCopyInput, Artifact>
{
    public override ActionMetadata Metadata { get; } = new("files.copy", 1, ReuseClass.Effect, "Copies an artifact into a folder.")
    {
        Example = """
            - id: keep
              uses: files.copy
              with: { file: "${small.image}", folder: ./thumbnails, name: "${painting.relative}.png" }
            """,
    };

    protected override async ValueTask<ActionResult<Artifact>> ExecuteAsync(FileCopyInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (!TryTarget(input, context, out var path, out var failure))
        {
            return failure!;
        }

        var written = await WrittenFiles.WriteAsync(
            context, path, input.Overwrite, (file, token) => WrittenFiles.CopyAsync(context, input.File, file, token), cancellationToken).ConfigureAwait(false);

        // What the bytes are does not change with the name of the copy.
        return written is ActionResult<Artifact>.Succeeded { Output: var copy } ? copy with { MediaType = input.File.MediaType } : written;
    }

    protected override async ValueTask<bool> StillHoldsAsync(FileCopyInput input, Artifact output, ActionContext context, CancellationToken cancellationToken) =>
        TryTarget(input, context, out var path, out _)
        && await WrittenFiles.StillHoldsAsync(context, path, output.Digest, cancellationToken).ConfigureAwait(false);

    private static bool TryTarget(FileCopyInput input, ActionContext context, out string path, out StepFailure? failure)
    {
        var folder = context.ResolvePath(input.Folder);
        var name = input.Name ?? input.File.Name ?? $"{input.File.Digest["sha256:".Length..][..16]}.{MediaTypes.ExtensionFor(input.File.MediaType) ?? "bin"}";
        path = Path.GetFullPath(Path.Join(folder, name));
        failure = path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal) && !name.EndsWith('/') && name.Length > 0
            ? null
            : StepFailure.Permanent(ActionCodes.FileRefused, $"the name `{name}` leads out of the folder `{folder}` or names no file; give a name inside it");
        return failure is null;
    }
}
