using Atelier.Api.Workflows;
using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;

namespace Atelier.Server.Workflows;

/// <summary>A plan as it is drawn: every step with its block, and what needs what.</summary>
internal static class GraphOf
{
    public static WorkflowGraph Plan(WorkflowPlan plan)
    {
        var nodes = new List<GraphNode>();
        var edges = new List<GraphEdge>();
        Add(plan.Body, null, null);
        Add(plan.OnFailure, null, "on_failure");
        Add(plan.Finally, null, "finally");
        return new WorkflowGraph { Nodes = nodes, Edges = edges };

        void Add(SequencePlan? sequence, string? parent, string? branch)
        {
            foreach (var step in sequence?.Steps ?? [])
            {
                nodes.Add(Node(step, parent, branch));
                edges.AddRange(step.Needs.Select(slot => new GraphEdge { From = sequence!.Steps[slot].Path, To = step.Path }));
                foreach (var (inner, name) in Inner(step))
                {
                    Add(inner, step.Path, name);
                }
            }
        }
    }

    private static IEnumerable<(SequencePlan? Sequence, string? Branch)> Inner(StepPlan step)
    {
        switch (step)
        {
            case ForEachPlan loop:
                yield return (loop.Body, null);
                break;
            case RepeatPlan repeat:
                yield return (repeat.Body, null);
                break;
            case ParallelPlan parallel:
                yield return (parallel.Body, null);
                break;
            case GroupPlan group:
                yield return (group.Body, null);
                break;
            case CallPlan call:
                yield return (call.Body, null);
                break;
            case SwitchPlan choice:
                for (var index = 0; index < choice.Cases.Length; index++)
                {
                    yield return (choice.Cases[index].Body, choice.Cases[index].When?.Text ?? "default");
                }

                break;
        }

        yield return (step.OnFailure, "on_failure");
        yield return (step.Finally, "finally");
    }

    private static GraphNode Node(StepPlan step, string? parent, string? branch) => new()
    {
        Step = step.Index,
        Path = step.Path,
        Id = step.Id,
        Kind = step switch
        {
            ForEachPlan => "for_each",
            RepeatPlan => "repeat",
            ParallelPlan => "parallel",
            GroupPlan => "group",
            SwitchPlan => "switch",
            CallPlan => "run",
            _ => "action",
        },
        Action = (step as ActionStepPlan)?.Action,
        Parent = parent,
        Branch = branch,
        Queue = (step as ActionStepPlan)?.Queue,
        Condition = step.If?.Text,
        Collection = TextOf((step as ForEachPlan)?.Collection),
        Line = step.Position.Line,
    };

    private static string? TextOf(Template? template) => template switch
    {
        Template.Constant { Value: CelString text } => text.Value,
        Template.Interpolated text => text.Text,
        Template.Single single => $"${{{single.Expression.Text}}}",
        _ => null,
    };
}
