using Atelier.Api.Http;
using Atelier.Hosting.Homes;
using Atelier.Server.Actions;
using Atelier.Server.Approvals;
using Atelier.Server.Artifacts;
using Atelier.Server.Audit;
using Atelier.Server.Collections;
using Atelier.Server.Events;
using Atelier.Server.Files;
using Atelier.Server.Home;
using Atelier.Server.Items;
using Atelier.Server.Logs;
using Atelier.Server.Metrics;
using Atelier.Server.Models;
using Atelier.Server.OpenApi;
using Atelier.Server.Quarantine;
using Atelier.Server.Runs;
using Atelier.Server.Schedules;
using Atelier.Server.Secrets;
using Atelier.Server.Security;
using Atelier.Server.Sessions;
using Atelier.Server.Tokens;
using Atelier.Server.Ui;
using Atelier.Server.Users;
using Atelier.Server.Workers;
using Atelier.Server.Workflows;

namespace Atelier.Server.Serving;

/// <summary>The parts of the server and its addresses, a line for each resource.</summary>
internal static class Wiring
{
    public static void AddAtelier(this IServiceCollection services, ServerOptions options, OwnedHome home, TimeProvider time)
    {
        services.AddSingleton(options).AddSingleton(home).AddSingleton(time);
        services.AddSingleton(new ServerStart(time.GetUtcNow()));
        services.AddSingleton<StartToken>();
        services.AddSingleton<FileRoots>();
        services.AddSingleton<PlanCache>();
        services.AddSingleton<WorkflowReader>();
        services.AddSingleton<WorkflowRegistrar>();
        services.AddSingleton<WorkflowNames>();
        services.AddSingleton<RunSummaries>();
        services.AddSingleton<RunStarter>();
        services.AddSingleton<RunReader>();
        services.AddSingleton<ItemRows>();
        services.AddSingleton<ItemReads>();
        services.AddSingleton<FailureGroupReads>();
        services.AddSingleton<RunEventTexts>();
        services.AddSingleton<HomeEventTexts>();
        services.AddSingleton<ApprovalDesk>();
        services.AddSingleton<AcceptedCauses>();
        services.AddSingleton<HomeOverviews>();
        services.AddSingleton<MeterBook>();
        services.AddSingleton<HomeMeter>();
        services.AddPeople(home);
        services.AddSchedules(home);
        services.AddAtelierOpenApi();
    }

    public static void MapAtelier(this WebApplication web, ServerOptions options)
    {
        var api = web.MapGroup(ApiHeaders.Base);
        api.MapSessions();
        api.MapUsers();
        api.MapTokens();
        api.MapAudit();
        api.MapHome();
        api.MapWorkflows();
        api.MapSchedules();
        api.MapRuns();
        api.MapRunReads();
        api.MapItems();
        api.MapQuarantine();
        api.MapArtifacts();
        api.MapEvents();
        api.MapLogs();
        api.MapAcceptances();
        api.MapApprovals();
        api.MapModels();
        api.MapActions();
        api.MapFiles();
        api.MapSecrets();
        api.MapCollections();
        api.MapWorkers();
        web.MapHealth();
        web.MapMetrics();
        web.MapOpenApiDocument();
        web.MapUi(options);
    }
}
