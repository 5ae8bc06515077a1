namespace Atelier.Cli;

/// <summary>Ends a command: exit status, stable code and one sentence for people.</summary>
internal class CommandException(int exit, string code, string message) : Exception(message)
{
    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int Exit { get; } = exit;

    /// <summary>Stable, <c>ATL####</c>.</summary>
    public string Code { get; } = code;

    /// <summary>What was given is wrong.</summary>
    public static CommandException BadInput(string code, string message) => new(ExitCodes.BadInput, code, message);

    /// <summary>What was asked is not possible.</summary>
    public static CommandException Refused(string code, string message) => new(ExitCodes.Refused, code, message);
}
