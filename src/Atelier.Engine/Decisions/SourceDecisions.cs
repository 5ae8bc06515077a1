using System.Globalization;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Engine.Values;
using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Engine.Decisions;

/// <summary>Where items come from: pages of paged steps, lists, and copies of other rows.</summary>
internal sealed class SourceDecisions(Decider decider)
{
    /// <summary>Opens the source of a paged step and asks for its first page.</summary>
    public void OpenSource(StepState step)
    {
        var source = NewSource(step);
        step.Source = source;
        decider.Record(source.ToRecord(decider.State.NextSeq()));
        decider.Steps.Request(step, EffectKind.ReadPage);
    }

    /// <summary>A page was read; a null cursor says that it was the last.</summary>
    public void PageRead(SourceState source, IReadOnlyList<RowRecord> rows, string? cursor, long? total)
    {
        if (source.IsCopy)
        {
            decider.State.Active--;
        }
        else
        {
            decider.Steps.Released(source.Owner);
        }

        var wasEmpty = source.Count == 0;
        AddRows(source, rows);
        source.Cursor = cursor;
        source.Total = total ?? source.Total;
        source.Done = cursor is null;
        decider.Record(source.ToRecord(decider.State.NextSeq()));
        if (wasEmpty && !source.Done)
        {
            StartEarly(source.Owner);
        }

        foreach (var block in source.Consumers.ToArray())
        {
            decider.Items.LoadMore(block);
            decider.Items.CheckEnd(block);
        }

        if (source.IsCopy)
        {
            RequestCopy(source);
        }
        else if (source.Owner.Scope!.Stopping)
        {
            source.Done = true;
            decider.Steps.End(source.Owner, Outcome.Cancelled);
        }
        else if (source.Done)
        {
            decider.Steps.End(source.Owner, Outcome.Succeeded, ItemsHandle.OfSource(decider.State.Id, source));
        }
        else
        {
            decider.Steps.Request(source.Owner, EffectKind.ReadPage);
        }
    }

    /// <summary>A page could not be read: tried again from the same place, or the source fails; what was recorded stays.</summary>
    public void PageFailed(StepState step, long claim, StepFailure failure) =>
        decider.Steps.BodyEnded(step, claim, new BodyResult { Outcome = Outcome.Failed, Failure = failure });

    /// <summary>Rows could not be copied: the block fails.</summary>
    public void CopyFailed(SourceState source, StepFailure failure)
    {
        decider.State.Active--;
        source.Done = true;
        foreach (var block in source.Consumers.ToArray())
        {
            decider.Items.FailBlock(block, failure);
        }
    }

    /// <summary>Copies rows of a handle into a source of the block's own: with other keys, a choice of them, or from a block's items.</summary>
    public SourceState Copy(StepState step, ItemsValue items)
    {
        var source = NewSource(step);
        source.CopyOf = items;
        source.Cursor = "0";
        decider.Record(source.ToRecord(decider.State.NextSeq()));
        RequestCopy(source);
        return source;
    }

    public void RequestCopy(SourceState source)
    {
        if (!source.Done)
        {
            decider.State.Active++;
            decider.Do(new Effect(EffectKind.ReadPage, source.Owner));
        }
    }

    private SourceState NewSource(StepState step)
    {
        var source = new SourceState(++decider.State.LastSource, step);
        decider.State.Sources.Add(source.Number, source);
        return source;
    }

    public bool NeedsOwnRows(StepState step) =>
        ((ForEachPlan)step.Plan).Key is not null || (decider.State.Options.Partial && step.Scope!.Block.Kind != BlockKind.ForEach);

    /// <summary>Records a list's elements as rows, so that they are read like any others.</summary>
    public SourceState OwnRows(StepState step, CelList list)
    {
        var source = NewSource(step);
        var rows = new List<RowRecord>(Math.Min(list.Count, ItemDecisions.PageRows));
        foreach (var value in list)
        {
            var ordinal = source.Count + rows.Count;
            rows.Add(new RowRecord(list is KeyedList keyed ? keyed.Keys[(int)ordinal] : ordinal.ToString(CultureInfo.InvariantCulture), ValueJson.Write(value, out _)));
            if (rows.Count == ItemDecisions.PageRows)
            {
                AddRows(source, rows);
                rows = [];
            }
        }

        AddRows(source, rows);
        source.Done = true;
        source.Total = source.Count;
        decider.Record(source.ToRecord(decider.State.NextSeq()));
        return source;
    }

    private void AddRows(SourceState source, IReadOnlyList<RowRecord> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        decider.Record(new PageRecorded { Seq = decider.State.NextSeq(), Source = source.Number, FirstOrdinal = source.Count, Rows = rows });
        source.Count += rows.Count;
        foreach (var row in rows)
        {
            source.SetHash = source.SetHash.Add(row.Key, Outcome.Succeeded, row.Value);
        }
    }

    /// <summary>A for_each directly over a paged step starts with the first page, before the step has ended.</summary>
    private void StartEarly(StepState step)
    {
        var scope = step.Scope!;
        foreach (var slot in scope.Sequence.Dependants[step.Plan.Slot])
        {
            var dependant = scope.Step(slot);
            if (dependant is { NeedsLeft: 1, Phase: StepPhase.Pending, Plan: ForEachPlan { If: null, Key: null, Items: Template.Single { Expression.Text: var text } } } && text.Trim() == step.Plan.Id && !NeedsOwnRows(dependant))
            {
                dependant.Source = step.Source;
                StepDecisions.SetPhase(dependant, StepPhase.Evaluating);
                dependant.ReadyAt = decider.Now;
                decider.Items.OpenBlock(dependant, step.Source!);
            }
        }
    }
}
