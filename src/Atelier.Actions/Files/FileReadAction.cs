using System.ComponentModel;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Files;

/// <summary>What bytes become.</summary>
internal enum ContentForm
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>The value that the JSON holds.</summary>
    Json,

    /// <summary>An artifact: the bytes as they are.</summary>
    Artifact,
}

/// <summary>What <c>files.read</c> takes.</summary>
internal sealed record FileReadInput
{
    [Description("The file's path; either this or `file`.")]
    public string? Path { get; init; }

    [Description("An artifact, such as a row of files.list; either this or `path`.")]
    public Artifact? File { get; init; }

    [Description("What the output is: the text, the JSON's value, or an artifact that refers to the file where it lies.")]
    [DefaultValue(ContentForm.Text)]
    public ContentForm As { get; init; } = ContentForm.Text;

    [Description("How text is encoded.")]
    [DefaultValue(TextEncoding.Utf8)]
    public TextEncoding Encoding { get; init; } = TextEncoding.Utf8;
}

/// <summary><c>files.read</c>: the output is the content itself.</summary>
internal sealed class FileReadAction : StepAction<FileReadInput, JsonElement>
{
    public override ActionMetadata Metadata { get; } = new("files.read", 1, ReuseClass.Observe, "Reads a file as text, JSON or an artifact.")
    {
        Example = """
            - id: settings
              uses: files.read
              with: { path: ./settings.json, as: json }
            """,
    };

    protected override async ValueTask<ActionResult<JsonElement>> ExecuteAsync(FileReadInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (!FileSource.TryOf(input.Path, input.File, context, out var source, out var failure))
        {
            return failure!;
        }

        try
        {
            if (input.As == ContentForm.Artifact)
            {
                var artifact = source.Artifact ?? await context.Artifacts.LinkAsync(source.Path!, MediaTypes.OfFile(source.Path!), cancellationToken).ConfigureAwait(false);
                return ActionJson.Write(artifact);
            }

            var stream = await source.OpenAsync(context, 0, cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var bytes = await ReadAsync(stream, cancellationToken).ConfigureAwait(false);
                return bytes is null
                    ? StepFailure.Permanent(ActionCodes.FileUnreadable, $"`{source.Name}` has more than {TextBytes.MaxBytes} bytes; read it with `as: artifact`, or by rows with a data action")
                    : Decode(input, source, bytes);
            }
        }
        catch (Exception exception) when (FileFailures.Handles(exception))
        {
            return source.Failure(exception);
        }
    }

    private static ActionResult<JsonElement> Decode(FileReadInput input, FileSource source, byte[] bytes)
    {
        if (!TextBytes.TryDecode(bytes, input.Encoding, out var text, out var mistake))
        {
            return StepFailure.Permanent(ActionCodes.FileUnreadable, $"`{source.Name}` is no text: {mistake}");
        }

        if (input.As == ContentForm.Text)
        {
            return JsonSerializer.SerializeToElement(text);
        }

        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException exception)
        {
            return StepFailure.Permanent(ActionCodes.FileUnreadable, $"`{source.Name}` is no JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
        }
    }

    private static async ValueTask<byte[]?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            content.Write(buffer.AsSpan(0, count));
            if (content.Length > TextBytes.MaxBytes)
            {
                return null;
            }
        }

        return content.ToArray();
    }
}
