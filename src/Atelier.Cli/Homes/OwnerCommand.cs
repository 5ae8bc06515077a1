using System.CommandLine;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;

namespace Atelier.Cli.Homes;

/// <summary>The process behind <c>--detach</c>: owns a home and ends when it has been idle for a while. Hidden.</summary>
internal static class OwnerCommand
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public static Command Create() => new Command(DetachedOwner.Command, "Own a home in the background; ends when idle.") { Hidden = true }.Does(OwnAsync);

    private static async Task<int> OwnAsync(Invocation invocation)
    {
        DetachedOwner.LeaveTerminal();
        if (OwnedHome.TryOpen(invocation.Home, invocation.Time) is not { } home)
        {
            return ExitCodes.Done;
        }

        await using (home)
        {
            try
            {
                while (home.Alone < Idle || home.IsBusy)
                {
                    await Task.Delay(Look, invocation.Time, invocation.Interrupted);
                }
            }
            catch (OperationCanceledException)
            {
                return ExitCodes.Interrupted;
            }
        }

        return ExitCodes.Done;
    }
}
