using System.Runtime.CompilerServices;
using System.Text.Json;
using Atelier.Api.Events;
using Atelier.Api.Serialization;
using Atelier.Hosting.Live;
using Atelier.Server.Runs;

namespace Atelier.Server.Events;

/// <summary>Views of runs as events, made once however many watch.</summary>
internal sealed class RunEventTexts(RunReader reader)
{
    private readonly ConditionalWeakTable<RunView, Texts> _texts = [];

    /// <summary>The event of a view. <paramref name="whole"/>: with every counter, for who did not get the view before it; else with those that changed.</summary>
    public byte[] Of(RunView view, bool whole)
    {
        var texts = _texts.GetValue(view, made => new Texts(
            new Lazy<byte[]>(() => Make(made, whole: true)),
            new Lazy<byte[]>(() => Make(made, whole: false))));
        return (whole ? texts.Whole : texts.Changes).Value;
    }

    private byte[] Make(RunView view, bool whole)
    {
        var plan = reader.PlanOf(view.Outline.Row);
        var made = new RunEvent
        {
            Seq = view.Outline.Row.Seq,
            Run = RunSummaries.Of(view.Outline),
            Blocks = RunOf.Blocks(view, plan),
            Steps = StepCountsOf.View(view, plan, whole ? null : view.ChangedSteps),
            Waits = reader.WaitsOf(view, plan),
            Running = view.Activity?.Running ?? [],
            ChangedItems = whole ? [] : [.. view.ChangedItems.Select(static scope => scope.ToString())],
            ManyItems = whole || view.ManyItems,
            LogLines = view.Outline.LogLines,
        };
        return EventStream.Text("run", made.Seq, JsonSerializer.SerializeToUtf8Bytes(made, ApiJson.Options));
    }

    private sealed record Texts(Lazy<byte[]> Whole, Lazy<byte[]> Changes);
}
