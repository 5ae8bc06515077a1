using System.Text.Json;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Models;
using Atelier.Hosting.Workflows;
using Atelier.Language;
using Atelier.Language.Inputs;
using Atelier.Sdk;

namespace Atelier.Hosting.Runs;

/// <summary>What bodies may do to runs of this home.</summary>
internal sealed class HostedRuns(IRunStore store, IActionCatalog actions, HomeModels models, TimeProvider time) : IRunControl
{
    /// <summary>The engine that runs them; set before it starts.</summary>
    public RunEngine? Engine { get; set; }

    /// <inheritdoc />
    public async ValueTask<string> StartRunAsync(string workflow, JsonElement inputs, string idempotencyKey, CancellationToken cancellationToken)
    {
        if (!Path.IsPathFullyQualified(workflow) || !File.Exists(workflow))
        {
            throw new RunControlException($"there is no workflow file `{workflow}`");
        }

        var file = Read(workflow);
        if (file.Plan is null)
        {
            throw new RunControlException($"it has mistakes, the first: {file.Diagnostics.First(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)}");
        }

        var folder = Path.GetDirectoryName(workflow)!;
        var given = inputs.EnumerateObject().ToDictionary(static member => member.Name, static member => member.Value);
        var bound = InputBinder.Bind(file.Plan.Inputs, given, new InputFolders(folder, folder));
        if (!bound.IsValid)
        {
            throw new RunControlException(bound.Diagnostics[0].Message);
        }

        var row = WorkflowVersions.RowOf(file.Plan, file.Sent, time);
        var options = await models.PinAsync(file.Plan, RunOptions.None, cancellationToken).ConfigureAwait(false);
        var run = await Engine!.StartRunAsync(file.Plan, JsonSerializer.SerializeToUtf8Bytes(bound.Values), options, row, idempotencyKey).WaitAsync(cancellationToken).ConfigureAwait(false);
        return run.ToString();
    }

    /// <inheritdoc />
    public async ValueTask SendSignalAsync(string run, string name, string? key, JsonElement payload, string id, CancellationToken cancellationToken)
    {
        if (!RunId.TryParse(run, out var number) || store.FindRun(number) is not { } row)
        {
            throw new RunControlException($"there is no run `{run}`");
        }

        if (row.Phase == RunPhase.Ended)
        {
            throw new RunControlException($"{number} has ended");
        }

        await Engine!.SignalAsync(number, name, key, id, JsonSerializer.SerializeToUtf8Bytes(payload)).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private WorkflowFile Read(string path)
    {
        try
        {
            return WorkflowFile.Load(path, actions, time);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunControlException($"`{path}` cannot be read: {exception.Message}");
        }
    }
}
