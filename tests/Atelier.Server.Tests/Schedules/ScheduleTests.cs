using System.Net;
using Atelier.Api.Audit;
using Atelier.Api.Paging;
using Atelier.Api.Schedules;
using Atelier.Api.Serialization;
using Atelier.Api.Workflows;
using Atelier.Server.Tests.Serving;
using Atelier.Workspace.Schedules;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Server.Tests.Schedules;

public class ScheduleTests
{
    private const string Greeting = """
        name: greeting
        inputs:
          who: { type: string, default: world }
        steps:
          - id: say
            uses: core.value
            with: { value: "hello ${inputs.who}" }
        """;

    [Fact]
    public async Task Schedule_WhenDue_StartsARunOnceAndSaysSo()
    {
        var time = new ShiftedTime();
        await using var server = await StartAsync(time);
        var made = await server.PostAsync<ScheduleResponse>("/schedules", new SaveScheduleRequest { Workflow = "greeting", Cron = "@hourly", Inputs = System.Text.Json.JsonElement.Parse("""{"who":"clock"}""") }, HttpStatusCode.Created);
        Assert.Equal(("skip", "last", "UTC", true), (made.Overlap, made.CatchUp, made.Zone, made.Enabled));
        Assert.Equal(5, made.Next.Count);

        time.Shift = TimeSpan.FromHours(1);
        var clock = server.App.Services.GetRequiredService<ScheduleClock>();
        await clock.TickAsync(TestContext.Current.CancellationToken);
        await clock.TickAsync(TestContext.Current.CancellationToken);

        var after = await server.GetAsync<ScheduleResponse>($"/schedules/{made.Id}");
        Assert.Equal((made.Next[0], "r1", null), (after.LastFired, after.LastRun, after.Problem));
        var entry = Assert.Single((await server.GetAsync<Page<AuditEntry>>("/audit?action=schedule.start")).Items);
        Assert.Equal(("schedule c1", "r1"), (entry.Actor, entry.Target));
        Assert.Equal(1, server.Home.Store.LastRun());
    }

    [Fact]
    public async Task Schedules_ListedChangedRemoved()
    {
        await using var server = await StartAsync(null);
        var first = await server.PostAsync<ScheduleResponse>("/schedules", new SaveScheduleRequest { Workflow = "greeting", Cron = "30 6 * * mon-fri", Zone = "Europe/Berlin", Overlap = "cancel_previous", CatchUp = "all" }, HttpStatusCode.Created);
        await server.PostAsync<ScheduleResponse>("/schedules", new SaveScheduleRequest { Workflow = "greeting", Cron = "@daily", Enabled = false }, HttpStatusCode.Created);

        var page = await server.GetAsync<Page<ScheduleResponse>>("/schedules?workflow=greeting&limit=1");
        Assert.Equal(("c1", "c1", 2), (Assert.Single(page.Items).Id, page.Next, page.Total));
        Assert.Empty((await server.GetAsync<Page<ScheduleResponse>>($"/schedules?after={page.Next}")).Items.Single().Next);
        Assert.Empty((await server.GetAsync<Page<ScheduleResponse>>("/schedules?workflow=other")).Items);

        using var content = System.Net.Http.Json.JsonContent.Create(new SaveScheduleRequest { Workflow = "greeting", Cron = "@weekly" }, options: ApiJson.Options);
        var changed = await ServerUnderTest.ReadAsync<ScheduleResponse>(await server.Client.PutAsync($"/api/v1/schedules/{first.Id}", content, TestContext.Current.CancellationToken), HttpStatusCode.OK);
        Assert.Equal(("@weekly", "UTC", "skip"), (changed.Cron, changed.Zone, changed.Overlap));
        Assert.Equal(HttpStatusCode.NoContent, (await server.Client.DeleteAsync($"/api/v1/schedules/{first.Id}", TestContext.Current.CancellationToken)).StatusCode);
        await server.RefusedAsync(HttpMethod.Delete, $"/schedules/{first.Id}", null, HttpStatusCode.NotFound, "ATL7404");
    }

    [Fact]
    public async Task Schedules_WithMistakes_AreRefused()
    {
        await using var server = await StartAsync(null);

        await Refused(new SaveScheduleRequest { Workflow = "greeting", Cron = "61 * * * *" }, HttpStatusCode.UnprocessableEntity, "ATL7401");
        await Refused(new SaveScheduleRequest { Workflow = "greeting", Cron = "0 0 31 2 *" }, HttpStatusCode.UnprocessableEntity, "ATL7402");
        await Refused(new SaveScheduleRequest { Workflow = "greeting", Cron = "@daily", Zone = "Mars/Olympus" }, HttpStatusCode.UnprocessableEntity, "ATL7403");
        await Refused(new SaveScheduleRequest { Workflow = "greeting", Cron = "@daily", Inputs = System.Text.Json.JsonElement.Parse("[]") }, HttpStatusCode.UnprocessableEntity, "ATL7405");
        await Refused(new SaveScheduleRequest { Workflow = "greeting", Cron = "@daily", Inputs = System.Text.Json.JsonElement.Parse("""{"whom":"x"}""") }, HttpStatusCode.UnprocessableEntity, "ATL7202");
        await Refused(new SaveScheduleRequest { Workflow = "other", Cron = "@daily" }, HttpStatusCode.NotFound, "ATL7006");
        await Refused(new SaveScheduleRequest { Workflow = "greeting", Cron = "@daily", Overlap = "perhaps" }, HttpStatusCode.BadRequest, "ATL7001");

        Task Refused(SaveScheduleRequest request, HttpStatusCode status, string code) => server.RefusedAsync(HttpMethod.Post, "/schedules", request, status, code);
    }

    [Fact]
    public async Task Preview_OfTimes_SaysThemInWords()
    {
        await using var server = await ServerUnderTest.StartAsync();

        var preview = await server.GetAsync<SchedulePreview>($"/schedules/preview?cron={Uri.EscapeDataString("30 6 * * mon-fri")}");

        Assert.Equal("at 06:30 on Monday to Friday, UTC", preview.Text);
        Assert.Equal(5, preview.Next.Count);
        Assert.All(preview.Next, static time => Assert.Equal((6, 30), (time.Hour, time.Minute)));
        await server.RefusedAsync(HttpMethod.Get, "/schedules/preview?cron=x", null, HttpStatusCode.UnprocessableEntity, "ATL7401");
    }

    private static async Task<ServerUnderTest> StartAsync(TimeProvider? time)
    {
        var server = await ServerUnderTest.StartAsync(static options => options, time);
        await server.PostAsync<WorkflowVersion>("/workflows", new CreateWorkflowRequest { Sources = new Dictionary<string, string> { [string.Empty] = Greeting } }, HttpStatusCode.Created);
        return server;
    }
}
