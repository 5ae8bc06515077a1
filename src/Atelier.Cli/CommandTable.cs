using System.CommandLine;

namespace Atelier.Cli;

/// <summary>
/// Every command by name. Only the one that the arguments name is built: building all of them is a good part of what a short command would cost.
/// </summary>
internal static class CommandTable
{
    private static readonly (string Name, Func<Command> Create)[] Commands =
    [
        ("demo", Workflows.DemoCommand.Create),
        ("new", Workflows.NewCommand.Create),
        ("validate", Workflows.ValidateCommand.Create),
        ("convert", Workflows.ConvertCommand.Create),
        ("plan", Workflows.PlanCommand.Create),
        ("try", Workflows.TryCommand.Create),
        ("run", Runs.RunCommand.Create),
        ("resume", Runs.ResumeCommand.Create),
        ("runs", Runs.RunsCommand.Create),
        ("retry", Runs.RetryCommand.Create),
        ("resolve", Runs.ResolveCommand.Create),
        ("why", Runs.WhyCommand.Create),
        ("signal", Runs.SignalCommand.Create),
        ("reviews", Reviews.ReviewsCommand.Create),
        ("export", Exports.ExportCommand.Create),
        ("collections", Homes.CollectionsCommand.Create),
        ("artifacts", Homes.ArtifactsCommand.Create),
        ("secrets", Homes.SecretsCommand.Create),
        ("expr", Expressions.ExprCommand.Create),
        ("actions", Actions.ActionsCommand.Create),
        ("worker", Workers.WorkerCommand.Create),
        ("models", Models.ModelsCommand.Create),
        ("schema", Workflows.SchemaCommand.Create),
        (Serving.ServeCommand.Name, Serving.ServeCommand.Create),
        ("gc", Homes.GcCommand.Create),
        ("doctor", Homes.DoctorCommand.Create),
        (Hosting.Owners.DetachedOwner.Command, Homes.OwnerCommand.Create),
    ];

    /// <summary>The root with the command that the arguments name, or with all of them for help and for mistakes.</summary>
    public static RootCommand Root(string[] args)
    {
        var root = new RootCommand("Runs enrichment pipelines over collections, durably.");
        root.Options.Add(GlobalOptions.Home);
        root.Options.Add(GlobalOptions.Server);
        root.Options.Add(GlobalOptions.TokenFile);
        root.Options.Add(GlobalOptions.Json);
        var name = args.FirstOrDefault(static arg => !arg.StartsWith('-'));
        var named = Commands.Where(command => command.Name == name).ToArray();
        foreach (var (_, create) in named.Length > 0 ? named : Commands)
        {
            root.Subcommands.Add(create());
        }

        return root;
    }
}
