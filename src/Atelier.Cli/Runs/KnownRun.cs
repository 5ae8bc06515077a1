using Atelier.Cli.Homes.Views;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Workflows;
using Atelier.Language.Plans;

namespace Atelier.Cli.Runs;

/// <summary>A run of the home that a command names, with its definition as it was kept.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Plan">Its definition.</param>
internal sealed record KnownRun(RunRow Row, WorkflowPlan Plan)
{
    /// <summary>Finds a run by its name.</summary>
    public static KnownRun Of(IHomeView home, string name, ActionSet actions)
    {
        var row = RowOf(home, name);
        var workflow = home.FindWorkflow(row)
            ?? throw CommandException.Refused(CliCodes.NoSuchPart, $"the definition of {row.Run} is no longer kept");
        return new KnownRun(row, new WorkflowVersions(actions.Registry).Compile(workflow));
    }

    /// <summary>A run's row by its name.</summary>
    public static RunRow RowOf(IHomeView home, string name) => home.FindRun(Invocation.RunOf(name))
        ?? throw CommandException.Refused(CliCodes.NoSuchRun, $"there is no run {name} in this home; `atelier runs list` shows them");

    /// <summary>A step by id or path.</summary>
    public StepPlan StepOf(string name) => StepOf(Plan, name);

    /// <summary>A step of a workflow by id or path.</summary>
    public static StepPlan StepOf(WorkflowPlan plan, string name)
    {
        var matches = plan.Steps.FirstOrDefault(step => step.Path == name) is { } exact ? [exact] : plan.Steps.Where(step => step.Id == name).ToArray();
        return matches.Length switch
        {
            1 => matches[0],
            0 => throw CommandException.Refused(CliCodes.NoSuchPart, $"{plan.Name} has no step `{name}`; it has {string.Join(", ", plan.Steps.Select(static step => step.Path))}"),
            _ => throw CommandException.BadInput(CliCodes.NoSuchPart, $"`{name}` may be {string.Join(" or ", matches.Select(static step => step.Path))}; name one by its path"),
        };
    }
}
