using System.Text.Json;
using Atelier.Api.Runs;
using Atelier.Engine.Runs;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;
using Atelier.Hosting.Workflows;
using Atelier.Language;
using Atelier.Language.Inputs;
using Atelier.Language.Plans;
using Atelier.Server.Files;
using Atelier.Server.Problems;
using Atelier.Server.Workflows;

namespace Atelier.Server.Runs;

/// <summary>Starts runs of registered versions: inputs are checked whole before anything happens, paths lie inside the server's roots.</summary>
internal sealed class RunStarter(OwnedHome home, WorkflowReader reader, FileRoots roots)
{
    /// <summary>Nothing was typed.</summary>
    public static readonly IReadOnlyDictionary<string, string> NoTexts = new Dictionary<string, string>();

    private static readonly JsonElement NoInputs = JsonElement.Parse("{}");

    /// <summary>Starts a run with values alone.</summary>
    public Task<(RunId? Run, Refusal? Refusal)> StartAsync(PlanCache.Entry version, JsonElement? inputs, RunOptions options, string key, CancellationToken cancellationToken) =>
        StartAsync(version, inputs, NoTexts, options, key, cancellationToken);

    /// <summary>Starts a run; the same key again answers the run it started. Null with the refusal where it cannot start.</summary>
    /// <param name="version">What to run.</param>
    /// <param name="inputs">Given values, an object; null: none.</param>
    /// <param name="texts">Given as people type them; they win.</param>
    /// <param name="options">Limits and overrides.</param>
    /// <param name="key">The same key never starts two.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<(RunId? Run, Refusal? Refusal)> StartAsync(PlanCache.Entry version, JsonElement? inputs, IReadOnlyDictionary<string, string> texts, RunOptions options, string key, CancellationToken cancellationToken)
    {
        var (values, mistakes) = Bind(version, inputs, texts);
        if (values is not { } bound)
        {
            return (null, mistakes);
        }

        var baseFolder = options.BaseFolder ?? FolderOf(version);
        var outlook = await home.Models.LookAsync(version.Plan, baseFolder, cancellationToken).ConfigureAwait(false);
        var problems = outlook.Diagnose(runsHere: true);
        if (problems.Any(static problem => problem.Severity == DiagnosticSeverity.Error))
        {
            return (null, Refusal.Mistaken(ServerCodes.DefinitionMistakes, "models that the workflow names are not there; nothing was started", reader.MistakesOf([.. problems])));
        }

        var reply = await home.AskAsync(
            new OwnerRequest.Start
            {
                Workflow = WorkflowVersions.SentOf(version.Row),
                Plan = version.Plan,
                Inputs = bound,
                Options = options,
                IdempotencyKey = key,
            },
            cancellationToken).ConfigureAwait(false);
        return reply.Problem is { } problem
            ? (null, Refusal.Conflict(problem.Code, problem.Message))
            : (RunId.TryParse(reply.Run, out var run) ? run : null, null);
    }

    /// <summary>Checks values that were given against a version; null with the refusal where they do not fit.</summary>
    public (JsonElement? Inputs, Refusal? Refusal) Bind(PlanCache.Entry version, JsonElement? inputs) => Bind(version, inputs, NoTexts);

    private (JsonElement? Inputs, Refusal? Refusal) Bind(PlanCache.Entry version, JsonElement? inputs, IReadOnlyDictionary<string, string> texts)
    {
        if (inputs is { ValueKind: not JsonValueKind.Object })
        {
            return (null, Refusal.Bad(ServerCodes.BadBody, "`inputs` is an object"));
        }

        var bound = InputBinder.Bind(version.Plan.Inputs, (inputs ?? NoInputs).EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value), texts, new InputFolders(roots.First, FolderOf(version)));
        if (!bound.IsValid)
        {
            return (null, Refusal.Mistaken(ServerCodes.InputMistakes, "the inputs do not fit the workflow; nothing was started", reader.MistakesOf(bound.Diagnostics)));
        }

        return Outside(version.Plan, name => texts.ContainsKey(name) || (inputs ?? NoInputs).TryGetProperty(name, out _), bound.Values) is { } outside
            ? (null, Refusal.Forbidden(ServerCodes.OutsideRoots, $"the input `{outside}` names a path outside the folders of this server", "`GET /api/v1/files` lists them."))
            : (bound.Values, null);
    }

    private string FolderOf(PlanCache.Entry version) => Path.GetDirectoryName(version.Plan.File) ?? roots.First;

    /// <summary>Only what was given must lie inside: defaults are the workflow's own word.</summary>
    private string? Outside(WorkflowPlan plan, Func<string, bool> isGiven, JsonElement bound) => plan.Inputs
        .Where(input => input.Type == InputType.Path && isGiven(input.Name) && bound.GetProperty(input.Name) is { ValueKind: JsonValueKind.String } path && roots.Inside(path.GetString()!) is null)
        .Select(static input => input.Name).FirstOrDefault();
}
