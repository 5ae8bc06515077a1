using Atelier.Hosting.Owners;

namespace Atelier.Cli.Runs;

/// <summary>One change to the home by whoever owns it.</summary>
internal static class SteeringSession
{
    /// <summary>Asks for a change and says what became of it.</summary>
    /// <param name="invocation">The command.</param>
    /// <param name="request">The change.</param>
    /// <param name="done">Said when it was made.</param>
    /// <param name="refused">The refusal when there was nothing to change.</param>
    public static async Task<int> AskAsync(Invocation invocation, OwnerRequest request, string done, string refused)
    {
        var reply = await AskAsync(invocation, request).ConfigureAwait(false);
        if (!reply.Done)
        {
            throw CommandException.Refused(CliCodes.NotPossible, refused);
        }

        invocation.Terminal.Say(done);
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(static writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("done", true);
                writer.WriteEndObject();
            });
        }

        return ExitCodes.Done;
    }

    /// <summary>Asks for a change.</summary>
    /// <exception cref="CommandException">It was refused.</exception>
    public static async Task<OwnerReply> AskAsync(Invocation invocation, OwnerRequest request)
    {
        await using var desk = await invocation.OpenDeskAsync().ConfigureAwait(false);
        var reply = await desk.AskAsync(request, invocation.Interrupted).ConfigureAwait(false);
        return reply.Problem is { } problem ? throw CommandException.Refused(problem.Code, problem.Message) : reply;
    }
}
