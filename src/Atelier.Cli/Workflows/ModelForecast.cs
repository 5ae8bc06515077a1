using System.Text.Json;
using Atelier.Cli.Terminals;
using Atelier.Hosting.Models;
using Atelier.Language.Plans;
using Atelier.Models.Planning;
using Atelier.Models.Registry;
using Atelier.Sdk;

namespace Atelier.Cli.Workflows;

/// <summary>The models that a run would ask, and how they would come and go under the memory there is.</summary>
/// <param name="Models">Those that the workflow names outright.</param>
/// <param name="Maps">By the path of the outermost for_each that asks them; empty: outside of any.</param>
internal sealed record ModelForecast(IReadOnlyList<NamedModel> Models, IReadOnlyDictionary<string, ModelSchedule> Maps)
{
    public static async Task<ModelForecast> OfAsync(HomeModels models, ModelOutlook outlook, WorkflowPlan plan, IReadOnlyList<StepOutlook> steps, CancellationToken cancellationToken)
    {
        if (outlook.Models.Count == 0)
        {
            return new ModelForecast([], new Dictionary<string, ModelSchedule>());
        }

        using var scope = models.For(plan, Path.GetDirectoryName(plan.File) ?? Environment.CurrentDirectory);
        var maps = new Dictionary<string, ModelSchedule>(StringComparer.Ordinal);
        foreach (var group in outlook.Models.SelectMany(model => model.Steps.Select(step => (model.Name, Step: step))).GroupBy(use => MapOf(plan, use.Step)))
        {
            var bodies = group.Select(use => steps.First(step => step.Path == use.Step.Path)).ToList();
            var uses = group.Zip(bodies).OrderBy(static use => use.First.Step.Index).Select(static use => new ModelUse(use.First.Step.Path, use.First.Name, Each(use.Second)));
            var items = bodies.Max(static step => step.New + step.Stale + step.Unreached);
            if (bodies.TrueForAll(static step => step.IsKnown) && items == 0)
            {
                continue;
            }

            var demand = new MapDemand([.. uses], items == 0 ? null : items, group.Key?.Window ?? 1);
            maps[group.Key?.Path ?? string.Empty] = await scope.ScheduleAsync(demand, cancellationToken).ConfigureAwait(false);
        }

        return new ModelForecast(outlook.Models, maps);
    }

    public void Write(Terminal terminal)
    {
        if (Models.Count == 0)
        {
            return;
        }

        var table = new TextTable("MODEL", "KIND", "NEEDS", "LOADS", "PUT AWAY", "MADE BY");
        foreach (var model in Models)
        {
            var traffic = Maps.Values.SelectMany(static map => map.Models).Where(one => one.Model.Name == model.Name).ToList();
            table.Add(
                model.Name,
                model.Check is { } check ? KindNames.Of(check.Identity.Kind) : "?",
                model.Check is { Bytes: > 0 } known ? SizeText.Format(known.Bytes) : string.Empty,
                traffic.Count == 0 ? string.Empty : Texts.Count(traffic.Sum(static one => one.Loads)),
                traffic.Count == 0 ? string.Empty : Texts.Count(traffic.Sum(static one => one.Evictions)),
                model.Check?.Identity.MadeBy ?? model.Failure!.Message);
        }

        table.WriteTo(terminal);
        foreach (var (map, schedule) in Maps)
        {
            terminal.Say($"{(map.Length == 0 ? "models" : map)}: {schedule.Sentence}");
        }
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("models");
        foreach (var model in Models)
        {
            writer.WriteStartObject();
            writer.WriteString("name", model.Name);
            writer.WriteString("kind", model.Check is { } check ? KindNames.Of(check.Identity.Kind) : null);
            writer.WriteString("made_by", model.Check?.Identity.MadeBy);
            writer.WriteNumber("bytes", model.Check?.Bytes ?? 0);
            writer.WriteString("problem", model.Failure?.Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("maps");
        foreach (var (map, schedule) in Maps)
        {
            writer.WriteStartObject();
            writer.WriteString("map", map);
            writer.WriteString("order", schedule.Order == WorkOrder.Models ? "models" : "items");
            writer.WriteNumber("window", schedule.Window);
            writer.WriteNumber("loads", schedule.Loads);
            writer.WriteNumber("evictions", schedule.Evictions);
            writer.WriteNumber("load_seconds", schedule.LoadTime.TotalSeconds);
            writer.WriteStartArray("phases");
            foreach (var phase in schedule.Phases)
            {
                writer.WriteStartObject();
                WriteNames(writer, "steps", phase.Steps);
                WriteNames(writer, "models", phase.Models);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteString("sentence", schedule.Sentence);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter writer, string member, IReadOnlyList<string> names)
    {
        writer.WriteStartArray(member);
        foreach (var name in names)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
    }

    private static ForEachPlan? MapOf(WorkflowPlan plan, StepPlan step) => plan.Steps.OfType<ForEachPlan>()
        .Where(loop => step.Path.StartsWith(loop.Path + "/", StringComparison.Ordinal))
        .MinBy(static loop => loop.Path.Length);

    private static TimeSpan? Each(StepOutlook step) => step.Time is { } time && step.New + step.Stale + step.Unreached is > 0 and var bodies ? time / bodies : null;
}
