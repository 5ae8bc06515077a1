using System.CommandLine;

namespace Atelier.Cli;

/// <summary>Ties a command to what it does.</summary>
internal static class CommandActions
{
    public static Command Does(this Command command, Func<Invocation, Task<int>> act)
    {
        command.SetAction(async (parsed, interrupted) =>
        {
            using var invocation = new Invocation(parsed, interrupted);
            return await act(invocation).ConfigureAwait(false);
        });
        return command;
    }

    public static Command Does(this Command command, Func<Invocation, int> act) => command.Does(invocation => Task.FromResult(act(invocation)));

    /// <summary>As <see cref="Does(Command, Func{Invocation, Task{int}})"/>, for what only works on the home itself: with a server it is refused.</summary>
    public static Command DoesHere(this Command command, Func<Invocation, Task<int>> act) => command.Does(invocation => invocation.IsRemote
        ? throw CommandException.Refused(CliCodes.NeedsHome, $"`{command.Name}` needs the home itself, and a server keeps this one: run it where the home is, without --server and ATELIER_SERVER")
        : act(invocation));

    public static Command DoesHere(this Command command, Func<Invocation, int> act) => command.DoesHere(invocation => Task.FromResult(act(invocation)));
}
