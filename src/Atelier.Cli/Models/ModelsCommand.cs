using System.CommandLine;

namespace Atelier.Cli.Models;

/// <summary><c>atelier models ...</c>.</summary>
internal static class ModelsCommand
{
    public static Command Create() => new("models", "Look after the models that workflows ask.")
    {
        ListCommand.Create(),
        ShowCommand.Create(),
        AddCommand.Create(),
        RemoveCommand.Create(),
        BenchCommand.Create(),
        CatalogueCommand.Create(),
        PullCommand.Create(),
        MemoryCommands.Load(),
        MemoryCommands.Unload(),
        MemoryCommands.Pin(),
    };
}
