using System.Net;
using Atelier.Api.Items;
using Atelier.Api.Paging;
using Atelier.Api.Runs;
using Atelier.Server.Tests.Runs;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Items;

public class ItemListTests
{
    [Fact]
    public async Task List_ByPositionAndPages_GivesEveryItemOnce()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.RunAsync(RunScript.Mapped);

        var first = await server.GetAsync<ItemPage>($"/runs/{run}/blocks/1/items?limit=4");
        var rest = await server.GetAsync<ItemPage>($"/runs/{run}/blocks/1/items?limit=4&after={first.Next}");
        var jump = await server.GetAsync<ItemPage>($"/runs/{run}/blocks/1/items?from=3&limit=1");
        var back = await server.GetAsync<ItemPage>($"/runs/{run}/blocks/1/items?descending=true&limit=2");

        Assert.Equal(["item-1", "item-2", "item-3", "item-4"], Keys(first));
        Assert.Equal(["item-5", "item-6"], Keys(rest));
        Assert.Null(rest.Next);
        Assert.Equal(["item-4"], Keys(jump));
        Assert.Equal(["item-6", "item-5"], Keys(back));
        Assert.Equal(("numbers", 6L, 6L, 0L), (first.Path, first.Total, first.Matched, first.Open));
        Assert.Equal((2, 4L), (first.Items[0].Value?.GetInt32(), first.Counts.Succeeded));
        Assert.Equal(("numbers/inner/check", "5 is too large"), (rest.Items[0].Failure?.Step, rest.Items[0].Failure?.Message));
    }

    [Fact]
    public async Task List_FilteredAndSorted_GivesWhatFits()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.RunAsync(RunScript.Mapped);

        Assert.Equal(["item-5", "item-6"], Keys(await Page("outcome=failed")));
        Assert.Equal(["item-5", "item-6"], Keys(await Page("step=numbers/inner/check")));
        Assert.Empty(Keys(await Page("step=numbers/twice")));
        Assert.Equal(["item-3"], Keys(await Page("text=ITEM-3")));
        Assert.Equal(["item-6", "item-5"], Keys(await Page("sort=key&descending=true&limit=2")));
        Assert.Equal(["item-5", "item-6", "item-1"], Keys(await Page("sort=outcome&outcome=failed,open&limit=3")).Concat(Keys(await Page("sort=outcome&limit=1"))));
        Assert.Equal(6, (await Page("sort=time")).Items.Count);
        var first = await Page("sort=key&limit=4&outcome=failed,succeeded");
        Assert.Equal(["item-5", "item-6"], Keys(await Page($"sort=key&limit=4&outcome=failed,succeeded&after={first.Next}")));
        await server.RefusedAsync(HttpMethod.Get, $"/runs/{run}/blocks/1/items?sort=value", null, HttpStatusCode.BadRequest, "ATL7010");
        await server.RefusedAsync(HttpMethod.Get, $"/runs/{run}/blocks/1/items?outcome=green", null, HttpStatusCode.BadRequest, "ATL7002");
        await server.RefusedAsync(HttpMethod.Get, $"/runs/{run}/blocks/1/items?after=k0.1", null, HttpStatusCode.BadRequest, "ATL7002");
        await server.RefusedAsync(HttpMethod.Get, $"/runs/{run}/blocks/77/items", null, HttpStatusCode.NotFound, "ATL7006");

        Task<ItemPage> Page(string query) => server.GetAsync<ItemPage>($"/runs/{run}/blocks/1/items?{query}");
    }

    [Fact]
    public async Task List_AfterARetry_ShowsTheNewOutcome()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.RunAsync(RunScript.Mapped);
        Assert.Equal(2, (await server.GetAsync<ItemPage>($"/runs/{run}/blocks/1/items?sort=outcome&outcome=failed")).Items.Count);

        await server.PostAsync<RetryResponse>($"/runs/{run}/retry", new { items = (string[])["item-5"], from_step = "last" });
        await server.Home.Engine.WaitAsync(run);

        var items = await server.GetAsync<ItemPage>($"/runs/{run}/blocks/1/items?sort=outcome&outcome=failed");
        Assert.Equal(items.Counts.Failed, items.Items.Count);
    }

    [Fact]
    public async Task Outcomes_OfAStep_ComeByPagesWithKeys()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.RunAsync(RunScript.Mapped);

        var first = await server.GetAsync<Page<OutcomeRow>>($"/runs/{run}/outcomes?step=numbers/twice&limit=4");
        var rest = await server.GetAsync<Page<OutcomeRow>>($"/runs/{run}/outcomes?step=numbers/twice&limit=4&after={first.Next}");
        var failed = await server.GetAsync<Page<OutcomeRow>>($"/runs/{run}/outcomes?outcome=failed&step=numbers/inner/check");

        Assert.Equal(["item-1", "item-2", "item-3", "item-4", "item-5", "item-6"], first.Items.Concat(rest.Items).Select(static row => row.Key));
        Assert.Null(rest.Next);
        Assert.Equal([("item-5", "5 is too large"), ("item-6", "6 is too large")], failed.Items.Select(static row => (row.Key, row.Failure?.Message)));
        await server.RefusedAsync(HttpMethod.Get, $"/runs/{run}/outcomes?scope=nine", null, HttpStatusCode.BadRequest, "ATL7002");
    }

    private static IEnumerable<string> Keys(ItemPage page) => page.Items.Select(static item => item.Key);
}
