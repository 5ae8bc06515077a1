using Atelier.Workspace.Schedules;

namespace Atelier.Server.Schedules;

/// <summary>Lets the clock of the schedules run while the server does.</summary>
internal sealed class ScheduleService(ScheduleClock clock) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => clock.RunAsync(stoppingToken), CancellationToken.None);
}
