using System.Text.Json;
using Atelier.Api.Problems;
using Atelier.Api.Workflows;
using Atelier.Engine.Stores;
using Atelier.Hosting.Workflows;
using Atelier.Language.Plans;

namespace Atelier.Server.Workflows;

/// <summary>A version of a workflow as it crosses HTTP.</summary>
internal static class VersionOf
{
    public static WorkflowVersion Row(WorkflowRow row, WorkflowPlan plan, IReadOnlyList<Mistake> warnings) => new()
    {
        Name = row.Name,
        Digest = row.Digest,
        Label = row.Label,
        File = File.Exists(row.File) ? row.File : null,
        At = DateTimeOffset.FromUnixTimeMilliseconds(row.At),
        Sources = WorkflowVersions.SentOf(row).Sources,
        Inputs = Inputs(plan),
        Graph = GraphOf.Plan(plan),
        Warnings = warnings,
    };

    public static IReadOnlyList<WorkflowInput> Inputs(WorkflowPlan plan) => [.. plan.Inputs.Select(static input => new WorkflowInput
    {
        Name = input.Name,
        Type = input.Type.ToString().ToLowerInvariant(),
        Description = input.Description,
        Required = input.Required,
        Default = input.Default,
        Min = input.Min,
        Max = input.Max,
        Pattern = input.Pattern,
        Values = input.Values,
        Schema = input.Items is null ? null : JsonSerializer.SerializeToElement(input.Items),
        Line = input.Position.Line,
    })];
}
