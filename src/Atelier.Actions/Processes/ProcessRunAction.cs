using System.Text.Json;
using Atelier.Actions.Files;
using Atelier.Hosts.Processes;
using Atelier.Sdk;

namespace Atelier.Actions.Processes;

/// <summary>
/// <c>process.run</c>: a program or script in a session of its own. JSON that it writes to the file named by ATELIER_RESULT becomes the output;
/// otherwise <see cref="ToolResult"/> does.
/// </summary>
internal sealed class ProcessRunAction : StepAction<ProcessRunInput, JsonElement>
{
    public override ActionMetadata Metadata { get; } = new("process.run", 1, ReuseClass.Sampled, "Runs a program or a script; JSON in its result file becomes the output.")
    {
        Start = StartRecord.Unawaited,
        RawFields = ["script"],
        Example = """
            - id: count
              uses: process.run
              with:
                interpreter: python3
                env: { TEXT: "${inputs.text}" }
                script: |
                  import json, os
                  json.dump({"words": len(os.environ["TEXT"].split())}, open(os.environ["ATELIER_RESULT"], "w"))
            """,
    };

    protected override async ValueTask<ActionResult<JsonElement>> ExecuteAsync(ProcessRunInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if ((input.Argv is null) == (input.Script is null) || input.Argv is [])
        {
            return StepFailure.Permanent(ActionCodes.BadInput, "process.run needs exactly one of `argv` (program and arguments) and `script`");
        }

        if (input.Script is null && input.Args is not null)
        {
            return StepFailure.Permanent(ActionCodes.BadInput, "`args` are the arguments of a `script`; with `argv` they stand in `argv`");
        }

        if (ToolRun.Check(input, out var collect) is { } wrong)
        {
            return wrong;
        }

        try
        {
            var (folder, failure) = await ToolFolder.PrepareAsync(input, context, cancellationToken).ConfigureAwait(false);
            if (failure is not null)
            {
                return failure;
            }

            var options = new ChildProcessOptions
            {
                Command = await CommandAsync(input, folder!, context, cancellationToken).ConfigureAwait(false),
                WorkingDirectory = input.Cwd is null ? context.BaseFolder : context.ResolvePath(input.Cwd),
                Environment = await EnvironmentAsync(input, folder!, context, cancellationToken).ConfigureAwait(false),
            };
            return await ToolRun.RunAsync(input, options, folder!, collect, context, before: null, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (FileFailures.Handles(exception))
        {
            return FileFailures.From(exception, "use", context.WorkFolder);
        }
    }

    /// <summary>Digests of the workflow's own files among the arguments: a changed script is another program.</summary>
    protected override async ValueTask<IReadOnlyDictionary<string, string>> FingerprintPartsAsync(ProcessRunInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var parts = new Dictionary<string, string>();
        var start = input.Cwd is null ? context.BaseFolder : context.ResolvePath(input.Cwd);
        foreach (var argument in (input.Argv ?? []).Concat(input.Args ?? []))
        {
            if (argument.ValueKind != JsonValueKind.String || argument.GetString() is not { Length: > 0 and < 1_000 } text || text.Contains('\0', StringComparison.Ordinal))
            {
                continue;
            }

            var path = Path.GetFullPath(text.Replace("{base}", context.BaseFolder, StringComparison.Ordinal), start);
            if (path.StartsWith(context.BaseFolder.TrimEnd('/') + "/", StringComparison.Ordinal) && File.Exists(path))
            {
                parts[$"file:{text}"] = (await context.Artifacts.LinkAsync(path, null, cancellationToken).ConfigureAwait(false)).Digest;
            }
        }

        return parts;
    }

    private static async ValueTask<IReadOnlyList<string>> CommandAsync(ProcessRunInput input, ToolFolder folder, ActionContext context, CancellationToken cancellationToken)
    {
        var command = new List<string>();
        if (input.Script is { } script)
        {
            var path = Path.Join(folder.Own, "script" + (input.Interpreter switch { "bash" or "sh" => ".sh", "python3" or "python" => ".py", "node" => ".js", _ => string.Empty }));
            await File.WriteAllTextAsync(path, script, cancellationToken).ConfigureAwait(false);
            command.AddRange(input.Interpreter == "bash" ? ["bash", "-eo", "pipefail", path] : [input.Interpreter, path]);
        }

        foreach (var argument in input.Argv ?? input.Args ?? [])
        {
            var text = await ToolText.OfAsync(argument, artifact => context.Artifacts.GetPathAsync(artifact, cancellationToken)).ConfigureAwait(false);
            command.Add(text.Replace("{work}", folder.Work, StringComparison.Ordinal).Replace("{base}", context.BaseFolder, StringComparison.Ordinal));
        }

        return command;
    }

    private static async ValueTask<IReadOnlyDictionary<string, string?>> EnvironmentAsync(ProcessRunInput input, ToolFolder folder, ActionContext context, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string?>();
        foreach (var (name, value) in input.Env ?? new Dictionary<string, JsonElement>())
        {
            environment[name] = value.ValueKind == JsonValueKind.Null
                ? null
                : await ToolText.OfAsync(value, artifact => context.Artifacts.GetPathAsync(artifact, cancellationToken)).ConfigureAwait(false);
        }

        environment["ATELIER_WORK"] = folder.Work;
        environment["ATELIER_INPUT"] = folder.InputPath;
        environment["ATELIER_RESULT"] = folder.ResultPath;
        environment["ATELIER_KEY"] = context.IdempotencyKey;
        return environment;
    }
}
