using System.Runtime.CompilerServices;
using System.Text.Json;
using Atelier.Engine.Artifacts;
using Atelier.Engine.Logs;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Secrets;
using Atelier.Engine.Stores;
using Atelier.Engine.Values;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Engine.Bodies;

/// <summary>What one body sees of the engine.</summary>
internal sealed class BodyContext(Body body, BodyServices services, SecretMask mask) : ActionContext, IDisposable
{
    private const int PageRows = 1000;
    private readonly BodyArtifacts _artifacts = new(services, body);
    private readonly Lock _notes = new();
    private List<string>? _makers;
    private List<Usage>? _usage;
    private string? _workFolder;

    /// <inheritdoc />
    public override StepAddress Address => body.Address;

    /// <inheritdoc />
    public override string IdempotencyKey => $"{body.Address.Run}-{body.Step.Scope!.Id.Value:x}-{body.Plan.Index}-{body.Address.Drive}";

    /// <inheritdoc />
    public override TimeProvider Time => services.Time;

    /// <inheritdoc />
    public override IArtifacts Artifacts => _artifacts;

    /// <inheritdoc />
    public override IRunControl Runs => services.Runs ?? throw new InvalidOperationException("the engine is not running");

    /// <inheritdoc />
    public override string BaseFolder => body.Actor.State.Options.BaseFolder ?? Path.GetDirectoryName(body.Actor.State.Plan.File) ?? services.BaseFolder;

    /// <inheritdoc />
    public override string WorkFolder => _workFolder ??= services.WorkFolders.Take();

    /// <summary>Digests of what the body stored.</summary>
    public IReadOnlyList<string> Written => _artifacts.Written;

    /// <summary>What the body says made its result, besides the action; null: nothing.</summary>
    public string? Makers
    {
        get
        {
            lock (_notes)
            {
                return _makers is null ? null : string.Join(", ", _makers);
            }
        }
    }

    /// <summary>What its calls of models cost so far.</summary>
    public IReadOnlyList<Usage> Usage
    {
        get
        {
            lock (_notes)
            {
                return _usage is null ? [] : [.. _usage];
            }
        }
    }

    /// <inheritdoc />
    public override IModels Models => services.Models is null ? base.Models : body.Actor.Models.Get(services.Models, body.Actor.State, BaseFolder);

    /// <inheritdoc />
    public override void NoteMaker(string maker)
    {
        lock (_notes)
        {
            if (_makers?.Contains(maker) != true)
            {
                (_makers ??= []).Add(maker);
            }
        }
    }

    /// <inheritdoc />
    public override void NoteUsage(Usage usage)
    {
        lock (_notes)
        {
            (_usage ??= []).Add(usage);
        }
    }

    /// <summary>Takes the artifacts of an output that a remote worker sent as written by the body; a failure when one is not there.</summary>
    public StepFailure? TakeArtifacts(JsonElement input, JsonElement output)
    {
        HashSet<(string, string?)>? given = null;
        foreach (var artifact in ArtifactReferences.In(output))
        {
            // A file of this machine may be passed on, not named anew.
            if (artifact.Path is { } path && !(given ??= [.. ArtifactReferences.In(input).Select(static known => (known.Digest, known.Path))]).Contains((artifact.Digest, path)))
            {
                return StepFailure.Permanent("ATL2163", $"the worker's output names the file `{path}`, which the input does not: upload files and name them by digest");
            }

            if (artifact.Path is null && !_artifacts.TryKeep(artifact.Digest))
            {
                return StepFailure.Permanent("ATL2164", $"the worker's output names artifact {artifact.Digest}, which was not uploaded");
            }
        }

        return null;
    }

    /// <inheritdoc />
    public override void Log(StepLogLevel level, string message) =>
        services.Log.Write(new StepLogLine(body.Actor.Id, body.Step.Scope!.Id, body.Plan.Index, body.Address.Attempt, level, Time.GetUtcNow().ToUnixTimeMilliseconds(), mask.Apply(message)));

    /// <inheritdoc />
    public override void Progress(double? fraction, string? text)
    {
        if (text is not null)
        {
            Log(StepLogLevel.Debug, text);
        }
    }

    /// <inheritdoc />
    public override IAsyncEnumerable<Row> ReadRowsAsync(Rows rows, CancellationToken cancellationToken) => ReadRowsAsync(rows, 0, cancellationToken);

    /// <inheritdoc />
    public override async IAsyncEnumerable<Row> ReadRowsAsync(Rows rows, long skip, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        if (!rows.IsHandle)
        {
            var index = skip;
            foreach (var element in rows.Source.EnumerateArray().Skip((int)Math.Min(skip, int.MaxValue)))
            {
                yield return new Row((index++).ToString(System.Globalization.CultureInfo.InvariantCulture), "succeeded", element);
            }

            yield break;
        }

        var handle = rows.Source.GetProperty(ItemsHandle.Member);
        var run = new RunId(handle.GetProperty("run").GetInt64());
        var source = handle.GetProperty("source").GetInt32();
        var block = handle.GetProperty("block").GetInt32();
        // Items have gaps where rows were left out for their key, so an item's position is not its ordinal.
        var left = block == 0 ? 0 : skip;
        for (var next = block == 0 ? skip : 0; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = block == 0 ? SourcePage(run, source, next) : ItemsPage(run, block, next);
            foreach (var (_, row) in page)
            {
                if (left-- <= 0)
                {
                    yield return row;
                }
            }

            if (page.Count < PageRows)
            {
                yield break;
            }

            next = page[^1].Ordinal + 1;
        }
    }

    public void Dispose()
    {
        if (_workFolder is not null)
        {
            services.WorkFolders.Return(_workFolder);
        }
    }

    private List<(long Ordinal, Row Row)> SourcePage(RunId run, int source, long from) =>
        [.. services.Store.ReadRows(run, source, from, PageRows).Select(static row => (row.Ordinal, new Row(row.Key, "succeeded", Parse(row.Value))))];

    private List<(long Ordinal, Row Row)> ItemsPage(RunId run, int block, long from) =>
        [.. services.Store.ReadItems(run, block, from, PageRows).Select(static item => (item.Ordinal, new Row(item.Key, item.Outcome.ToText(), Parse(item.Output)) { Reason = ReasonOf(item) }))];

    private static string? ReasonOf(BlockItem item) =>
        item.Outcome is Outcome.Succeeded or Outcome.Empty || OutcomeDetail.FromJson(item.Detail) is not { } detail ? null
        : detail.Reason ?? (detail.Failures is [var first, ..] ? $"{first.Step}: {first.Failure.Message}" : detail.Failure?.Message);

    private static JsonElement Parse(byte[]? json) => JsonElement.Parse(json ?? "null"u8);
}
