using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Tests;

/// <summary>A body's surroundings for tests: real folders under one temporary root, artifacts in memory, rows given by the test.</summary>
internal sealed class FakeContext : ActionContext, IDisposable
{
    private readonly Dictionary<string, IReadOnlyList<Row>> _handles = [];
    private readonly FakeRuns _runs = new();

    public FakeContext()
    {
        Root = Directory.CreateTempSubdirectory("atelier-actions-").FullName;
        BaseFolder = Directory.CreateDirectory(Path.Join(Root, "base")).FullName;
        WorkFolder = Directory.CreateDirectory(Path.Join(Root, "work")).FullName;
        Memory = new FakeArtifacts(Path.Join(Root, "artifacts"));
    }

    public string Root { get; }

    public FakeArtifacts Memory { get; }

    public FakeRuns StartedRuns => _runs;

    public ConcurrentQueue<(StepLogLevel Level, string Message)> Lines { get; } = [];

    /// <summary>Called for each log line, for tests that wait for one.</summary>
    public Action<string>? OnLog { get; set; }

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public string Key { get; set; } = "idem-1";

    /// <summary>The models bodies may ask; null: none are set up.</summary>
    public IModels? Answering { get; set; }

    /// <summary>What was noted as maker.</summary>
    public List<string> Makers { get; } = [];

    public List<Usage> Usages { get; } = [];

    public override IModels Models => Answering ?? base.Models;

    public override StepAddress Address => new("run-1", "test", "step", null, 0, 1);

    public override string IdempotencyKey => Key;

    public override TimeProvider Time => Clock;

    public override IArtifacts Artifacts => Memory;

    public override IRunControl Runs => _runs;

    public override string BaseFolder { get; }

    public override string WorkFolder { get; }

    public override void Log(StepLogLevel level, string message)
    {
        Lines.Enqueue((level, message));
        OnLog?.Invoke(message);
    }

    public override void NoteMaker(string maker) => Makers.Add(maker);

    public override void NoteUsage(Usage usage) => Usages.Add(usage);

    public override void Progress(double? fraction, string? text)
    {
    }

    /// <summary>Makes a handle as the engine would.</summary>
    public Rows Handle(IReadOnlyList<Row> rows)
    {
        var name = $"handle-{_handles.Count}";
        _handles.Add(name, rows);
        return new Rows(JsonSerializer.SerializeToElement(new Dictionary<string, object> { ["$items"] = new { name } }));
    }

    public override async IAsyncEnumerable<Row> ReadRowsAsync(Rows rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await ValueTask.CompletedTask;
        if (rows.IsHandle)
        {
            foreach (var row in _handles[rows.Source.GetProperty("$items").GetProperty("name").GetString()!])
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return row;
            }

            yield break;
        }

        var index = 0;
        foreach (var value in rows.Source.EnumerateArray())
        {
            yield return new Row((index++).ToString(), "succeeded", value);
        }
    }

    /// <summary>Writes a file under the base folder.</summary>
    public string File(string relative, string content)
    {
        var path = Path.Join(BaseFolder, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
