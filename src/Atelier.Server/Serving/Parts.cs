using System.Security.Cryptography;
using Atelier.Hosting.Homes;
using Atelier.Server.Schedules;
using Atelier.Workspace.Schedules;
using Atelier.Workspace.Sessions;
using Atelier.Workspace.Throttling;
using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;

namespace Atelier.Server.Serving;

/// <summary>The parts that know people, and the clock that starts runs.</summary>
internal static class Parts
{
    public static void AddPeople(this IServiceCollection services, OwnedHome home)
    {
        services.AddSingleton(provider => new UserDesk(home.Workspace, provider.GetRequiredService<TimeProvider>(), RandomNumberGenerator.GetBytes));
        services.AddSingleton(provider => new AccessTokens(home.Workspace, provider.GetRequiredService<TimeProvider>(), RandomNumberGenerator.GetBytes));
        services.AddSingleton(provider => new BrowserSessions(home.Workspace, provider.GetRequiredService<TimeProvider>(), RandomNumberGenerator.GetBytes));
        services.AddSingleton(provider => new SignInThrottle(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new SignIns(home.Workspace, provider.GetRequiredService<BrowserSessions>(), provider.GetRequiredService<SignInThrottle>(), RandomNumberGenerator.GetBytes));
    }

    public static void AddSchedules(this IServiceCollection services, OwnedHome home)
    {
        services.AddSingleton<IScheduledRuns, ScheduledRuns>();
        services.AddSingleton(provider => new ScheduleClock(home.Workspace.Schedules, provider.GetRequiredService<IScheduledRuns>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<ScheduleClock>>()));
        services.AddHostedService<ScheduleService>();
    }
}
