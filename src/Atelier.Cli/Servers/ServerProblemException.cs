using Atelier.Api.Problems;

namespace Atelier.Cli.Servers;

/// <summary>A refusal by a server.</summary>
internal sealed class ServerProblemException(int exit, string code, string message, Problem? problem) : CommandException(exit, code, message)
{
    /// <summary>What it said; null: it was no problem of the API.</summary>
    public Problem? Problem { get; } = problem;
}
