using System.CommandLine;
using Atelier.Engine.Runs;
using Atelier.Language.Plans;

namespace Atelier.Cli.Runs;

/// <summary>Which items a run takes, and what it makes anew.</summary>
internal static class SelectionOptions
{
    private static readonly Option<long?> Limit = new("--limit") { Description = "At most this many items of each outermost for_each.", HelpName = "N" };
    private static readonly Option<string[]> Only = new("--only") { Description = "Only the item with this key; may be given more than once.", HelpName = "KEY" };
    private static readonly Option<int?> Sample = new("--sample") { Description = "This many items of each outermost for_each, the same ones each time.", HelpName = "N" };
    private static readonly Option<string[]> Fresh = new("--fresh") { Description = "Take no earlier results: of this step, or without a step of all.", HelpName = "STEP", Arity = ArgumentArity.ZeroOrMore };

    private static readonly Option<decimal?> Cost = new("--max-cost") { Description = "Money the run may spend before its metered steps wait.", HelpName = "AMOUNT" };
    private static readonly Option<long?> Tokens = new("--max-tokens") { Description = "Tokens the run may spend before its metered steps wait.", HelpName = "N" };

    public static void AddTo(Command command)
    {
        command.Options.Add(Limit);
        command.Options.Add(Only);
        command.Options.Add(Sample);
        command.Options.Add(Fresh);
        command.Options.Add(Cost);
        command.Options.Add(Tokens);
    }

    public static RunOptions Of(Invocation invocation, WorkflowPlan plan)
    {
        foreach (var step in invocation.Get(Fresh) ?? [])
        {
            if (!plan.Steps.Any(known => known.Id == step || known.Path == step))
            {
                throw CommandException.BadInput(CliCodes.NoSuchPart, $"the workflow has no step `{step}`; its steps are {string.Join(", ", plan.Steps.Select(static known => known.Path))}");
            }
        }

        if (invocation.Get(Limit) is < 0 || invocation.Get(Sample) is < 0)
        {
            throw CommandException.BadInput(CliCodes.BadArguments, "--limit and --sample take a number of items, 0 or more");
        }

        if (invocation.Get(Cost) is < 0 || invocation.Get(Tokens) is < 0)
        {
            throw CommandException.BadInput(CliCodes.BadArguments, "--max-cost and --max-tokens take an amount, 0 or more");
        }

        var steps = invocation.Get(Fresh) ?? [];
        return new RunOptions
        {
            Limit = invocation.Get(Limit),
            Only = invocation.Get(Only) ?? [],
            Sample = invocation.Get(Sample),
            Fresh = invocation.Has(Fresh) && steps.Length == 0,
            FreshSteps = steps,
            CostLimit = invocation.Get(Cost),
            TokenLimit = invocation.Get(Tokens),
        };
    }
}
