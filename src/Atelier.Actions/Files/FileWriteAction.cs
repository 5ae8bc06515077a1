using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Files;

/// <summary>What <c>files.write</c> takes.</summary>
internal sealed record FileWriteInput
{
    [Description("Where: folders are made as needed.")]
    public required string Path { get; init; }

    [Description("What: text is written as it stands, an artifact's bytes as they are, any other value as JSON.")]
    public required JsonElement Content { get; init; }

    [Description("Whether a file that is there is replaced; otherwise that is a failure.")]
    [DefaultValue(true)]
    public bool Overwrite { get; init; } = true;
}

/// <summary><c>files.write</c>: the output is an artifact that refers to the written file.</summary>
internal sealed class FileWriteAction : StepAction<FileWriteInput, Artifact>
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override ActionMetadata Metadata { get; } = new("files.write", 1, ReuseClass.Effect, "Writes a text, a value or an artifact to a file, whole or not at all.")
    {
        Example = """
            - id: save
              uses: files.write
              with: { path: ./out/summary.json, content: { made: "${inputs.folder}" } }
            """,
    };

    protected override async ValueTask<ActionResult<Artifact>> ExecuteAsync(FileWriteInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var (content, failure) = Content(input.Content, context);
        return failure is null
            ? await WrittenFiles.WriteAsync(context, context.ResolvePath(input.Path), input.Overwrite, content!, cancellationToken).ConfigureAwait(false)
            : failure;
    }

    protected override ValueTask<bool> StillHoldsAsync(FileWriteInput input, Artifact output, ActionContext context, CancellationToken cancellationToken) =>
        WrittenFiles.StillHoldsAsync(context, context.ResolvePath(input.Path), output.Digest, cancellationToken);

    private static (Func<Stream, CancellationToken, ValueTask>? Content, StepFailure? Failure) Content(JsonElement content, ActionContext context)
    {
        if (content.ValueKind == JsonValueKind.Object && content.TryGetProperty("$artifact", out _))
        {
            return ActionJson.TryRead<Artifact>(content, out var artifact, out var failure)
                ? ((file, token) => WrittenFiles.CopyAsync(context, artifact, file, token), null)
                : (null, failure);
        }

        var bytes = content.ValueKind == JsonValueKind.String
            ? Encoding.UTF8.GetBytes(content.GetString()!)
            : [.. JsonSerializer.SerializeToUtf8Bytes(content, Indented), (byte)'\n'];
        return ((file, token) => file.WriteAsync(bytes, token), null);
    }
}
