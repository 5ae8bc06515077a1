using System.Globalization;
using System.Text.Json;
using Atelier.Api.Workers;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Cli.Workers;

/// <summary>What a step sees on a worker.</summary>
internal sealed class RemoteContext(ClaimedStep step, RemoteArtifacts artifacts, ArtifactCache cache, Func<string, IModels>? models, TimeProvider time) : ActionContext, IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<WorkerLogLine> _lines = [];
    private readonly List<string> _makers = [];
    private readonly List<WorkerUsage> _usage = [];
    private string? _folder;
    private double? _fraction;
    private string? _text;

    /// <inheritdoc />
    public override StepAddress Address { get; } = new(step.Run, step.Workflow, step.Step, step.Key, step.Drive, step.Attempt);

    /// <inheritdoc />
    public override string IdempotencyKey => step.IdempotencyKey;

    /// <inheritdoc />
    public override TimeProvider Time => time;

    /// <inheritdoc />
    public override IArtifacts Artifacts => artifacts;

    /// <inheritdoc />
    public override IRunControl Runs => throw new RunControlException("a step on a remote worker cannot steer runs");

    /// <inheritdoc />
    public override IModels Models => models?.Invoke(BaseFolder) ?? base.Models;

    /// <summary>The workflow's folder where this machine has it too, else the worker's own.</summary>
    public override string BaseFolder => Directory.Exists(step.BaseFolder) ? step.BaseFolder : Environment.CurrentDirectory;

    /// <inheritdoc />
    public override string WorkFolder => _folder ??= cache.NewFolder();

    /// <summary>What it says made its result.</summary>
    public string? MadeBy
    {
        get
        {
            lock (_lock)
            {
                return _makers.Count == 0 ? null : string.Join(", ", _makers);
            }
        }
    }

    /// <summary>What its calls of models cost.</summary>
    public IReadOnlyList<WorkerUsage>? Usage
    {
        get
        {
            lock (_lock)
            {
                return _usage.Count == 0 ? null : [.. _usage];
            }
        }
    }

    /// <inheritdoc />
    public override void NoteMaker(string maker)
    {
        lock (_lock)
        {
            if (!_makers.Contains(maker))
            {
                _makers.Add(maker);
            }
        }
    }

    /// <inheritdoc />
    public override void NoteUsage(Usage usage)
    {
        lock (_lock)
        {
            _usage.Add(new WorkerUsage { Model = usage.Model, InputTokens = usage.InputTokens, OutputTokens = usage.OutputTokens, Cost = usage.Cost });
        }
    }

    /// <inheritdoc />
    public override void Log(StepLogLevel level, string message)
    {
        lock (_lock)
        {
            _lines.Add(new WorkerLogLine { Level = level.ToString().ToLowerInvariant(), Text = message });
        }
    }

    /// <inheritdoc />
    public override void Progress(double? fraction, string? text)
    {
        lock (_lock)
        {
            (_fraction, _text) = (fraction, text);
        }
    }

    /// <summary>Lines since the last time, at most as many as one request takes; null: none.</summary>
    public IReadOnlyList<WorkerLogLine>? TakeLines(int most)
    {
        lock (_lock)
        {
            var taken = _lines.Take(most).ToList();
            _lines.RemoveRange(0, taken.Count);
            return taken.Count == 0 ? null : taken;
        }
    }

    /// <summary>What to say of it with the next heartbeat.</summary>
    public LeaseBeat Beat(int most)
    {
        var lines = TakeLines(most);
        lock (_lock)
        {
            var text = _text;
            _text = null;
            return new LeaseBeat { Lease = step.Lease, Progress = _fraction, Message = text, Log = lines };
        }
    }

    /// <summary>Inline lists only: rows behind a handle lie with the server, which runs such steps itself.</summary>
    public override async IAsyncEnumerable<Row> ReadRowsAsync(Rows rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        if (rows.IsHandle)
        {
            throw new ArtifactException("ATL2163", "rows behind a handle cannot be read on a remote worker");
        }

        var index = 0;
        foreach (var element in rows.Source.EnumerateArray())
        {
            yield return new Row((index++).ToString(CultureInfo.InvariantCulture), "succeeded", element);
        }
    }

    public void Dispose()
    {
        artifacts.Dispose();
        if (_folder is not null && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
