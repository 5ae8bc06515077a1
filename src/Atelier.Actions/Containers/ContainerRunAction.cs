using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Atelier.Actions.Files;
using Atelier.Actions.Processes;
using Atelier.Hosts.Processes;
using Atelier.Sdk;

namespace Atelier.Actions.Containers;

/// <summary>
/// <c>container.run</c>: as <c>process.run</c>, in a container without network. The work folder is /work; input and result lie in /atelier.
/// </summary>
internal sealed class ContainerRunAction(ContainerOptions options) : StepAction<ContainerRunInput, JsonElement>
{
    /// <summary>The exit code by which podman and docker say that they themselves failed.</summary>
    private const int EngineFailed = 125;

    // Variables that the engine's own program would take to heart: their values are written on its command line instead.
    private static readonly string[] EngineVariables = ["PATH", "HOME", "TMPDIR", "USER", "SHELL", "DOCKER_HOST", "CONTAINER_HOST", "XDG_RUNTIME_DIR"];

    private readonly ContainerEngine _engine = new(options);

    public override ActionMetadata Metadata { get; } = new("container.run", 1, ReuseClass.Sampled, "Runs a command in a container; JSON in its result file becomes the output.")
    {
        Start = StartRecord.Unawaited,
        Example = """
            - id: words
              uses: container.run
              with:
                image: docker.io/library/python:3.12-slim
                argv: [python3, -c, "import json, os; json.dump(len(json.load(open(os.environ['ATELIER_INPUT']))), open(os.environ['ATELIER_RESULT'], 'w'))"]
                input: [1, 2, 3]
                memory: 512m
            """,
    };

    protected override async ValueTask<IReadOnlyDictionary<string, string>> FingerprintPartsAsync(ContainerRunInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var digest = await _engine.DigestAsync(input.Image, context.Time, cancellationToken).ConfigureAwait(false);
        return new Dictionary<string, string> { [$"image:{input.Image}"] = digest ?? "not here" };
    }

    protected override async ValueTask<ActionResult<JsonElement>> ExecuteAsync(ContainerRunInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (input.Image.Length == 0 || input.Image.StartsWith('-'))
        {
            return StepFailure.Permanent(ActionCodes.BadInput, $"`{input.Image}` is no image");
        }

        if (ToolRun.Check(input, out var collect) is { } wrong)
        {
            return wrong;
        }

        if (!_engine.TryCommand("run", out var command))
        {
            return StepFailure.Permanent(ActionCodes.ProgramMissing, "neither podman nor docker is on PATH; install one, or name it in ATELIER_CONTAINER_ENGINE");
        }

        if (await MissingAsync(input.Image, context, cancellationToken).ConfigureAwait(false) is { } missing)
        {
            return missing;
        }

        try
        {
            var (folder, failure) = await ToolFolder.PrepareAsync(input, context, cancellationToken).ConfigureAwait(false);
            return failure ?? await RunAsync(input, command, folder!, collect, context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (FileFailures.Handles(exception))
        {
            return FileFailures.From(exception, "use", context.WorkFolder);
        }
    }

    private async ValueTask<StepFailure?> MissingAsync(string image, ActionContext context, CancellationToken cancellationToken)
    {
        if (await _engine.DigestAsync(image, context.Time, cancellationToken).ConfigureAwait(false) is not null)
        {
            return null;
        }

        context.Log(StepLogLevel.Info, $"fetching the image {image}");
        var said = await _engine.PullAsync(image, cancellationToken).ConfigureAwait(false);
        return said is null ? null : StepFailure.Permanent(ActionCodes.ImageMissing, $"the image `{image}` is not on this machine and cannot be fetched; build, import or pull it", said);
    }

    private async ValueTask<ActionResult<JsonElement>> RunAsync(
        ContainerRunInput input, List<string> command, ToolFolder folder, IReadOnlyList<Glob> collect, ActionContext context, CancellationToken cancellationToken)
    {
        var name = $"atelier-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(context.IdempotencyKey)))[..20]}";
        if (context.Address.Attempt > 1)
        {
            // A try that was cut off may have left its container behind.
            await _engine.RemoveAsync(name).ConfigureAwait(false);
        }

        var environment = new Dictionary<string, string?>();
        command.AddRange(["--rm", "--interactive", "--name", name, "--network", input.Network, "--workdir", input.Cwd]);
        command.AddRange(["--volume", $"{folder.Work}:/work", "--volume", $"{folder.Own}:/atelier"]);
        command.AddRange(input.Memory is null ? [] : ["--memory", input.Memory]);
        command.AddRange(input.Cpus is { } cpus ? ["--cpus", cpus.ToString(CultureInfo.InvariantCulture)] : []);
        await AddVariablesAsync(input, command, environment, folder, context, cancellationToken).ConfigureAwait(false);
        command.Add(input.Image);
        foreach (var argument in input.Argv ?? [])
        {
            command.Add(await ToolText.OfAsync(argument, artifact => PlaceAsync(artifact, folder, context, cancellationToken)).ConfigureAwait(false));
        }

        var child = new ChildProcessOptions { Command = command, Environment = environment };
        try
        {
            return await ToolRun.RunAsync(input, child, folder, collect, context, Refusal, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await _engine.RemoveAsync(name).ConfigureAwait(false);
            throw;
        }
    }

    private static StepFailure? Refusal(ChildExit exit, string said) =>
        exit.Code == EngineFailed
            ? StepFailure.Transient(ActionCodes.ContainerRefused, "the container engine could not start the container; its own words are in the detail", said)
            : null;

    private static async ValueTask AddVariablesAsync(
        ContainerRunInput input, List<string> command, Dictionary<string, string?> environment, ToolFolder folder, ActionContext context, CancellationToken cancellationToken)
    {
        // The tag that marks our children: with it, the container's processes end with this process too.
        command.AddRange(["--env", "ATELIER_CHILD"]);
        foreach (var (name, value) in input.Env ?? new Dictionary<string, JsonElement>())
        {
            var text = await ToolText.OfAsync(value, artifact => PlaceAsync(artifact, folder, context, cancellationToken)).ConfigureAwait(false);
            if (EngineVariables.Contains(name) || name.StartsWith("LD_", StringComparison.Ordinal))
            {
                command.AddRange(["--env", $"{name}={text}"]);
            }
            else
            {
                // By name alone, so that values stay out of the list of processes.
                command.AddRange(["--env", name]);
                environment[name] = text;
            }
        }

        command.AddRange(["--env", "ATELIER_WORK=/work", "--env", "ATELIER_INPUT=/atelier/input.json", "--env", "ATELIER_RESULT=/atelier/result.json"]);
        command.AddRange(["--env", $"ATELIER_KEY={context.IdempotencyKey}"]);
    }

    private static async ValueTask<string> PlaceAsync(Artifact artifact, ToolFolder folder, ActionContext context, CancellationToken cancellationToken)
    {
        var extension = artifact.Name is null ? string.Empty : Path.GetExtension(artifact.Name);
        var name = artifact.Digest["sha256:".Length..] + extension;
        var path = Path.Join(folder.Own, name);
        if (!File.Exists(path))
        {
            var file = File.Create(path);
            await using (file.ConfigureAwait(false))
            {
                await WrittenFiles.CopyAsync(context, artifact, file, cancellationToken).ConfigureAwait(false);
            }
        }

        return $"/atelier/{name}";
    }
}
