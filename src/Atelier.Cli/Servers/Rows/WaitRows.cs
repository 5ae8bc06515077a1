using Atelier.Api.Runs;
using Atelier.Cli.Runs;

namespace Atelier.Cli.Servers.Rows;

/// <summary>Waits as reports have them.</summary>
internal static class WaitRows
{
    public static WaitingStep Of(WaitResponse wait) => new(wait.Step, wait.Key, wait.Kind, wait.Text, wait.Due?.ToUnixTimeMilliseconds(), wait.Count);
}
