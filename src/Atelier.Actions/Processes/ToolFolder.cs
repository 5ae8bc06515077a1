using System.Text;
using System.Text.Json;
using Atelier.Actions.Files;
using Atelier.Sdk;

namespace Atelier.Actions.Processes;

/// <summary>The folder a program works in: artifacts are laid in it, its results are taken out of it. Our own files lie in a folder beside.</summary>
internal sealed class ToolFolder
{
    private const int MaxResultBytes = 16 << 20;

    private readonly ActionContext _context;

    private ToolFolder(ActionContext context)
    {
        _context = context;
        Work = Directory.CreateDirectory(Path.Join(context.WorkFolder, "work")).FullName;
        Own = Directory.CreateDirectory(Path.Join(context.WorkFolder, "own")).FullName;
    }

    /// <summary>Where the program finds and leaves files.</summary>
    public string Work { get; }

    /// <summary>Where input, result, script and spilled output lie.</summary>
    public string Own { get; }

    public string ResultPath => Path.Join(Own, "result.json");

    public string InputPath => Path.Join(Own, "input.json");

    /// <summary>The file for standard input; null when there is none.</summary>
    public string? StdinPath { get; private set; }

    /// <summary>Lays out what the program gets; throws <see cref="ArtifactException"/> and what the file system throws.</summary>
    public static async ValueTask<(ToolFolder? Folder, StepFailure? Failure)> PrepareAsync(ToolInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var folder = new ToolFolder(context);
        var data = input.Input.ValueKind == JsonValueKind.Undefined ? "null" : input.Input.GetRawText();
        await File.WriteAllTextAsync(folder.InputPath, data, cancellationToken).ConfigureAwait(false);
        foreach (var (name, artifact) in input.Files ?? new Dictionary<string, Artifact>())
        {
            var path = Path.GetFullPath(Path.Join(folder.Work, name));
            if (name.Length == 0 || !path.StartsWith(folder.Work + "/", StringComparison.Ordinal))
            {
                return (null, StepFailure.Permanent(ActionCodes.FileRefused, $"the name `{name}` in `files` leads out of the work folder; give a name inside it"));
            }

            // A copy, not a link: the program may change its files, and the artifact must stay what it is.
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await folder.CopyAsync(artifact, path, cancellationToken).ConfigureAwait(false);
        }

        await folder.LayStdinAsync(input.Stdin, cancellationToken).ConfigureAwait(false);
        return (folder, null);
    }

    /// <summary>The JSON that the program left; Undefined when it left none, or a failure.</summary>
    public async ValueTask<(JsonElement Result, StepFailure? Failure)> ReadResultAsync(CancellationToken cancellationToken)
    {
        var file = new FileInfo(ResultPath);
        if (!file.Exists || file.Length == 0)
        {
            return (default, null);
        }

        if (file.Length > MaxResultBytes)
        {
            return (default, StepFailure.Permanent(ActionCodes.ResultBroken, $"the result file has {file.Length} bytes, at most {MaxResultBytes} are read; leave large data as a file and take it with `collect`"));
        }

        try
        {
            return (JsonElement.Parse(await File.ReadAllBytesAsync(ResultPath, cancellationToken).ConfigureAwait(false)), null);
        }
        catch (JsonException exception)
        {
            return (default, StepFailure.Permanent(ActionCodes.ResultBroken, $"the result file is no JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}; write one JSON value to the file that ATELIER_RESULT names"));
        }
    }

    /// <summary>The files in the work folder that fit, as artifacts in order of their paths. Links are not followed.</summary>
    public async ValueTask<IReadOnlyList<JsonElement>> CollectAsync(IReadOnlyList<Glob> patterns, CancellationToken cancellationToken)
    {
        var files = new List<JsonElement>();
        using var walk = new FolderWalk(Work, new FolderWalkOptions { Match = patterns, Exclude = [], Hidden = true });
        while (walk.Next() is { } relative)
        {
            var artifact = await _context.Artifacts.AdoptAsync(Path.Join(Work, relative), MediaTypes.OfFile(relative), Path.GetFileName(relative), cancellationToken).ConfigureAwait(false);
            files.Add(ActionJson.Write(new CollectedFile
            {
                Digest = artifact.Digest,
                MediaType = artifact.MediaType,
                Name = artifact.Name ?? Path.GetFileName(relative),
                Size = artifact.Size,
                Relative = relative,
            }));
        }

        return files;
    }

    private async ValueTask CopyAsync(Artifact artifact, string path, CancellationToken cancellationToken)
    {
        var file = File.Create(path);
        await using (file.ConfigureAwait(false))
        {
            await WrittenFiles.CopyAsync(_context, artifact, file, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask LayStdinAsync(JsonElement stdin, CancellationToken cancellationToken)
    {
        if (stdin.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return;
        }

        if (ToolText.TryArtifact(stdin, out var artifact))
        {
            StdinPath = await _context.Artifacts.GetPathAsync(artifact, cancellationToken).ConfigureAwait(false);
            return;
        }

        StdinPath = Path.Join(Own, "stdin");
        var text = stdin.ValueKind == JsonValueKind.String ? stdin.GetString()! : stdin.GetRawText();
        await File.WriteAllTextAsync(StdinPath, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken).ConfigureAwait(false);
    }
}
