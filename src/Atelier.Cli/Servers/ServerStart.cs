using System.Text.Json;
using Atelier.Api.Problems;
using Atelier.Api.Runs;
using Atelier.Api.Workflows;
using Atelier.Cli.Homes.Desks;
using Atelier.Engine.Runs;
using Atelier.Language;

namespace Atelier.Cli.Servers;

/// <summary>Starts a run of a file of this machine on a server: its texts become a version there, then the run is started with the inputs as they were given.</summary>
internal static class ServerStart
{
    private const int Unprocessable = 422;

    public static RunStarted Run(ServerClient client, RunStart start)
    {
        try
        {
            var version = client.Change<WorkflowVersion>(HttpMethod.Post, "workflows", new CreateWorkflowRequest { Sources = start.File.Sent.Sources, Label = start.File.Sent.Label });
            var run = client.Change<RunSummary>(HttpMethod.Post, "runs", RequestOf(start, version), start.Key);
            return new RunStarted(Invocation.RunOf(run.Run), null, []);
        }
        catch (ServerProblemException refused) when (refused.Problem is { Status: Unprocessable, Errors: { Count: > 0 } mistakes })
        {
            return new RunStarted(null, null, [.. mistakes.Select(mistake => DiagnosticOf(mistake, start))]);
        }
    }

    private static StartRunRequest RequestOf(RunStart start, WorkflowVersion version) => new()
    {
        Workflow = version.Name,
        Version = version.Digest,
        Inputs = JsonSerializer.SerializeToElement(start.Given.Values),
        Texts = start.Given.Texts,
        Options = OptionsOf(start.Options),
    };

    private static RunOptionsBody? OptionsOf(RunOptions options) => new()
    {
        Limit = options.Limit,
        Only = options.Only,
        Sample = options.Sample,
        Fresh = options.Fresh,
        FreshSteps = options.FreshSteps,
        Priority = options.Priority,
        CostLimit = options.CostLimit,
        TokenLimit = options.TokenLimit,
    };

    /// <summary>The server knows the workflow under a name of its own; people know their file.</summary>
    private static Diagnostic DiagnosticOf(Mistake mistake, RunStart start)
    {
        var sources = start.File.Sent.Sources;
        var file = mistake.File is not { } name ? start.File.Sent.File
            : Path.GetFileNameWithoutExtension(name) == start.File.Plan!.Name && !sources.ContainsKey(name) ? start.File.Sent.File
            : name;
        return new Diagnostic(mistake.Code, mistake.Severity == "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, mistake.Message, new SourcePosition(file, mistake.Line, mistake.Column), mistake.Remedy);
    }
}
