using System.CommandLine;
using Atelier.Cli.Runs;
using Atelier.Cli.Terminals;
using Atelier.Hosting.Owners;

namespace Atelier.Cli.Homes;

/// <summary><c>atelier gc</c>: removes bytes that nothing refers to.</summary>
internal static class GcCommand
{
    public static Command Create() =>
        new Command("gc", "Remove artifacts that nothing refers to: marked by one call, removed by one at least an hour later; nothing younger than a day.").Does(CollectAsync);

    private static async Task<int> CollectAsync(Invocation invocation)
    {
        if (!invocation.IsRemote)
        {
            invocation.Read().Dispose();
        }

        var reply = await SteeringSession.AskAsync(invocation, new OwnerRequest.CollectGarbage()).ConfigureAwait(false);
        var garbage = reply.Garbage!;
        invocation.Terminal.Say($"{Texts.Count(garbage.Removed, "artifact")} removed ({Texts.Count(garbage.Bytes, "byte")}), {Texts.Count(garbage.Doomed)} more marked for a later call.");
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteNumber("removed", garbage.Removed);
                writer.WriteNumber("bytes", garbage.Bytes);
                writer.WriteNumber("doomed", garbage.Doomed);
                writer.WriteEndObject();
            });
        }

        return ExitCodes.Done;
    }
}
