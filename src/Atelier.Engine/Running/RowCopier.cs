using System.Globalization;
using Atelier.Engine.Expressions;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Engine.Stores;
using Atelier.Engine.Values;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Engine.Running;

/// <summary>Copies rows of a handle by pages: with the block's own keys, and only those that the run asks for.</summary>
internal sealed class RowCopier(IRunStore store)
{
    private const int Page = 1000;
    private readonly StoreItemsReader _reader = new(store);
    private readonly Dictionary<(RunId, int), HashSet<string>> _samples = [];

    /// <summary>The next page; null with a failure.</summary>
    public CopiedPage? Next(RunActor actor, StepState step, SourceState source, out StepFailure? failure)
    {
        failure = null;
        var plan = (ForEachPlan)step.Plan;
        var options = actor.State.Options;
        var outermost = step.Scope!.Block.Kind != BlockKind.ForEach;
        var from = long.Parse(source.Cursor ?? "0", CultureInfo.InvariantCulture);
        var page = _reader.ReadPage(source.CopyOf!, from, Page);
        var sample = outermost && options.Sample is { } size ? SampleOf(actor, step, source, size) : null;
        var rows = new List<RowRecord>(page.Count);
        foreach (var (_, rowKey, value) in page)
        {
            var key = plan.Key is null ? rowKey : actor.Evaluator.Key(plan, step.Scope, value, out failure);
            if (key is null)
            {
                return null;
            }

            if (outermost && ((options.Only.Count > 0 && !options.Only.Contains(key)) || (sample is not null && !sample.Contains(key))))
            {
                continue;
            }

            if (outermost && options.Limit is { } limit && source.Count + rows.Count >= limit)
            {
                return new CopiedPage(rows, null);
            }

            var json = ValueJson.Write(value, out failure);
            if (json is null)
            {
                return null;
            }

            rows.Add(new RowRecord(key, json));
        }

        return new CopiedPage(rows, page.Count < Page ? null : (page[^1].Ordinal + 1).ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The keys with the lowest ranks; walks all keys once.</summary>
    private HashSet<string> SampleOf(RunActor actor, StepState step, SourceState source, int size)
    {
        if (_samples.TryGetValue((actor.Id, source.Number), out var known))
        {
            return known;
        }

        var plan = (ForEachPlan)step.Plan;
        var lowest = new PriorityQueue<string, ulong>(Comparer<ulong>.Create(static (x, y) => y.CompareTo(x)));
        for (var from = 0L; ;)
        {
            var page = _reader.ReadPage(source.CopyOf!, from, Page);
            foreach (var (_, rowKey, value) in page)
            {
                var key = plan.Key is null ? rowKey : actor.Evaluator.Key(plan, step.Scope!, value, out _) ?? rowKey;
                lowest.Enqueue(key, ItemChoice.Rank(key));
                if (lowest.Count > size)
                {
                    lowest.Dequeue();
                }
            }

            if (page.Count < Page)
            {
                return _samples[(actor.Id, source.Number)] = [.. lowest.UnorderedItems.Select(static item => item.Element)];
            }

            from = page[^1].Ordinal + 1;
        }
    }
}

/// <summary>A page of copied rows; a null cursor says that it is the last.</summary>
internal sealed record CopiedPage(List<RowRecord> Rows, string? Cursor);
