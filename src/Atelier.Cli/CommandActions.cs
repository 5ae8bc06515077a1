using System.CommandLine;

namespace Atelier.Cli;

/// <summary>Ties a command to what it does.</summary>
internal static class CommandActions
{
    public static Command Does(this Command command, Func<Invocation, Task<int>> act)
    {
        command.SetAction((parsed, interrupted) => act(new Invocation(parsed, interrupted)));
        return command;
    }

    public static Command Does(this Command command, Func<Invocation, int> act)
    {
        command.SetAction((parsed, interrupted) => Task.FromResult(act(new Invocation(parsed, interrupted))));
        return command;
    }
}
