using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Actions.Files;
using Atelier.Hosts.Processes;
using Atelier.Sdk;

namespace Atelier.Actions.Processes;

/// <summary>Runs a prepared program and turns its end into a result.</summary>
internal static class ToolRun
{
    private const int DetailCharacters = 4_000;
    private const int MaxLineBytes = 1 << 20;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Checks what can be checked before anything is started; null when all is well.</summary>
    public static StepFailure? Check(ToolInput input, out IReadOnlyList<Glob> collect)
    {
        var globs = new List<Glob>();
        collect = globs;
        foreach (var pattern in input.Collect?.Values ?? [])
        {
            if (!Glob.TryParse(pattern, ignoreCase: false, out var glob, out var mistake))
            {
                return StepFailure.Permanent(ActionCodes.BadInput, $"`collect`: {mistake}");
            }

            globs.Add(glob);
        }

        return input.ExitCodes?.Keys.FirstOrDefault(code => code != "*" && !(int.TryParse(code, out var number) && number is >= 0 and <= 255)) is { } wrong
            ? StepFailure.Permanent(ActionCodes.BadInput, $"`exit_codes` has `{wrong}`; its keys are numbers from 0 to 255, or *")
            : null;
    }

    /// <summary>
    /// Runs the program to its end; <paramref name="before"/> may turn an exit and the end of its standard error into a failure before the step's
    /// table is asked. Cancelling asks it to end, then kills it with everything it started.
    /// </summary>
    public static async ValueTask<ActionResult<JsonElement>> RunAsync(
        ToolInput input,
        ChildProcessOptions options,
        ToolFolder folder,
        IReadOnlyList<Glob> collect,
        ActionContext context,
        Func<ChildExit, string, StepFailure?>? before,
        CancellationToken cancellationToken)
    {
        using var stdout = new ToolOutput(context, Path.Join(folder.Own, "stdout.txt"), StepLogLevel.Info);
        using var stderr = new ToolOutput(context, Path.Join(folder.Own, "stderr.txt"), StepLogLevel.Info);
        var wired = options with { OnStandardOutput = stdout.Add, OnStandardError = stderr.Add, StandardInputFile = folder.StdinPath, MaxLineBytes = MaxLineBytes };
        if (!ChildProcess.TryStart(wired, out var child, out var problem))
        {
            return StepFailure.Permanent(ActionCodes.ProgramMissing, problem);
        }

        ChildExit exit;
        await using (child.ConfigureAwait(false))
        {
            try
            {
                exit = await child.Exited.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                await child.StopAsync(Grace, context.Time).ConfigureAwait(false);
                throw;
            }
        }

        if (before?.Invoke(exit, stderr.Tail(DetailCharacters)) is { } failure)
        {
            return failure;
        }

        return await ResultAsync(input, exit, stdout, stderr, folder, collect, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The meaning of an exit code by the step's table.</summary>
    public static ExitMeaning Meaning(IReadOnlyDictionary<string, ExitMeaning>? codes, ChildExit exit) =>
        codes is not null && (codes.TryGetValue(exit.Code.ToString(), out var meaning) || codes.TryGetValue("*", out meaning)) ? meaning
        : exit.Code == 0 ? ExitMeaning.Succeeded
        : exit.Signal is not null ? ExitMeaning.Transient
        : ExitMeaning.Permanent;

    private static async ValueTask<ActionResult<JsonElement>> ResultAsync(
        ToolInput input, ChildExit exit, ToolOutput stdout, ToolOutput stderr, ToolFolder folder, IReadOnlyList<Glob> collect, CancellationToken cancellationToken)
    {
        var meaning = Meaning(input.ExitCodes, exit);
        if (meaning == ExitMeaning.Rejected)
        {
            return new ActionResult<JsonElement>.Rejected(stdout.LastLine ?? stderr.LastLine ?? $"exit code {exit.Code}");
        }

        if (meaning is ExitMeaning.Transient or ExitMeaning.Permanent)
        {
            return Failure(meaning, exit, stdout, stderr);
        }

        var (result, failure) = await folder.ReadResultAsync(cancellationToken).ConfigureAwait(false);
        if (failure is not null)
        {
            return failure with { Effect = FailureEffect.Unknown };
        }

        var output = result.ValueKind == JsonValueKind.Undefined
            ? await PlainAsync(exit, stdout, stderr, cancellationToken).ConfigureAwait(false)
            : result;
        if (collect.Count > 0)
        {
            output = WithFiles(output, await folder.CollectAsync(collect, cancellationToken).ConfigureAwait(false));
        }

        return meaning == ExitMeaning.Empty ? new ActionResult<JsonElement>.Empty(output) : new ActionResult<JsonElement>.Succeeded(output);
    }

    private static StepFailure Failure(ExitMeaning meaning, ChildExit exit, ToolOutput stdout, ToolOutput stderr)
    {
        var last = stderr.LastLine ?? stdout.LastLine;
        var said = last is null ? "it said nothing" : $"it last said: {(last.Length > 300 ? last[..300] + "…" : last)}";
        var detail = stderr.Tail(DetailCharacters) is { Length: > 0 } text ? text : stdout.Tail(DetailCharacters);
        return new StepFailure
        {
            Kind = meaning == ExitMeaning.Transient ? FailureKind.Transient : FailureKind.Permanent,
            Code = exit.Signal is null ? ActionCodes.ExitCode : ActionCodes.EndedBySignal,
            Message = exit.Signal is { } signal ? $"the program was ended by signal {signal}; {said}" : $"the program ended with exit code {exit.Code}; {said}",
            Detail = detail.Length == 0 ? null : detail,
            Effect = FailureEffect.Unknown,
        };
    }

    private static async ValueTask<JsonElement> PlainAsync(ChildExit exit, ToolOutput stdout, ToolOutput stderr, CancellationToken cancellationToken) =>
        ActionJson.Write(new ToolResult
        {
            ExitCode = exit.Code,
            Stdout = stdout.Text,
            Stderr = stderr.Text,
            StdoutFile = await stdout.StoreAsync("stdout.txt", cancellationToken).ConfigureAwait(false),
            StderrFile = await stderr.StoreAsync("stderr.txt", cancellationToken).ConfigureAwait(false),
        });

    private static JsonElement WithFiles(JsonElement output, IReadOnlyList<JsonElement> files)
    {
        var list = new JsonArray([.. files.Select(file => JsonNode.Parse(file.GetRawText()))]);
        var whole = output.ValueKind == JsonValueKind.Object ? JsonNode.Parse(output.GetRawText())!.AsObject() : new JsonObject { ["result"] = JsonNode.Parse(output.GetRawText()) };
        whole["files"] = list;
        return JsonSerializer.SerializeToElement(whole, ActionJson.Options);
    }
}
