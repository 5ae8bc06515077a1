using System.CommandLine;
using Atelier.Hosting.Actions;
using Atelier.Language.Schemas;

namespace Atelier.Cli.Workflows;

/// <summary><c>atelier schema</c>: what editors check workflows with.</summary>
internal static class SchemaCommand
{
    public static Command Create() => new Command("schema", "Print the JSON Schema of workflows, with every action, for editors.").Does(WriteAsync);

    private static async Task<int> WriteAsync(Invocation invocation)
    {
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        await Console.Out.WriteAsync(WorkflowSchema.Generate(actions.Registry));
        return ExitCodes.Done;
    }
}
