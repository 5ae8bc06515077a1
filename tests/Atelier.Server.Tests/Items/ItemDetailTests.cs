using System.Net;
using Atelier.Api.Items;
using Atelier.Api.Paging;
using Atelier.Server.Tests.Runs;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Items;

public class ItemDetailTests
{
    private const string Nested = """
        name: nested
        steps:
          - id: outer
            for_each: [3, 4]
            key: "${string(most)}"
            as: most
            steps:
              - id: grow
                repeat: { until: "${step >= most}", max: 5 }
                steps:
                  - id: step
                    steps:
                      - id: value
                        uses: core.value
                        with: { value: "${iteration.index + 1}" }
              - id: inner
                for_each: ["${most}", "${most + 1}"]
                steps:
                  - id: again
                    uses: core.value
                    with: { value: "${item + most}" }
              - id: token
                uses: core.value
                with: { value: "${most}" }
                if: ${most > 100}
        """;

    [Fact]
    public async Task Get_OfAnItem_SaysWhatItsStepsWereGivenAndGave()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.RunAsync(RunScript.Mapped);

        var item = await server.GetAsync<ItemDetail>($"/runs/{run}/blocks/1/items/4");
        var byKey = await server.GetAsync<ItemDetail>($"/runs/{run}/blocks/1/items/by-key?key=item-5");

        Assert.Equal(("item-5", "failed", 3L, 5L), (item.Item.Key, item.Item.Outcome, item.Previous, item.Following));
        Assert.Equal(5, item.Source?.GetInt32());
        Assert.Equal([("numbers/twice", "succeeded"), ("numbers/inner", "failed"), ("numbers/inner/check", "failed")], item.Steps.Select(static step => (step.Path, step.State)));
        Assert.Equal((10, 10), (item.Steps[0].Input?.GetProperty("value").GetInt32(), item.Steps[0].Output?.GetInt32()));
        Assert.Equal("5 is too large", item.Steps[2].Input?.GetProperty("message").GetString());
        Assert.Equal("5 is too large", item.Steps[2].Failure?.Message);
        Assert.Equal(item.Item.Ordinal, byKey.Item.Ordinal);
        await server.RefusedAsync(HttpMethod.Get, $"/runs/{run}/blocks/1/items/99", null, HttpStatusCode.NotFound, "ATL7006");
        await server.RefusedAsync(HttpMethod.Get, $"/runs/{run}/blocks/1/items/by-key?key=none", null, HttpStatusCode.NotFound, "ATL7006");
    }

    [Fact]
    public async Task Get_OfAnItemWithLoopsAndMaps_ShowsRoundsAndInnerItems()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.RunAsync(Nested);

        var item = await server.GetAsync<ItemDetail>($"/runs/{run}/blocks/1/items/by-key?key=3");

        Assert.Equal("succeeded", item.Item.Outcome);
        Assert.Equal(["round 1", "round 2", "round 3"], item.Steps.Where(static step => step.Path.EndsWith("/value", StringComparison.Ordinal)).Select(static step => step.Key));
        Assert.Equal([1, 2, 3], item.Steps.Where(static step => step.Path.EndsWith("/value", StringComparison.Ordinal)).Select(static step => step.Input?.GetProperty("value").GetInt32()));
        Assert.Equal([6, 7], item.Steps.Where(static step => step.Path == "outer/inner/again").Select(static step => step.Output?.GetInt32()));
        Assert.Equal("skipped", item.Steps.Single(static step => step.Path == "outer/token").State);
    }

    [Fact]
    public async Task Why_OfAStep_SaysWhetherItWasReused()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.RunAsync(RunScript.Mapped);

        var why = await server.GetAsync<WhyResponse>($"/runs/{run}/why?step=numbers/inner/check&key=item-6");

        Assert.False(why.Reused);
        await server.RefusedAsync(HttpMethod.Get, $"/runs/{run}/why?step=numbers/inner/check", null, HttpStatusCode.BadRequest, "ATL7002");
        await server.RefusedAsync(HttpMethod.Get, $"/runs/{run}/why?step=numbers/last&key=item-6", null, HttpStatusCode.NotFound, "ATL7006");
        await server.RefusedAsync(HttpMethod.Get, $"/runs/{run}/why?step=nothing", null, HttpStatusCode.NotFound, "ATL7006");
    }

    [Fact]
    public async Task Quarantine_OfARun_GroupsByCauseWithExamples()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.RunAsync(RunScript.Mapped);

        var group = Assert.Single((await server.GetAsync<Page<FailureGroupResponse>>($"/runs/{run}/quarantine")).Items);

        Assert.Equal((1, "numbers", "numbers/inner/check", "# is too large", 2L), (group.Block, group.Path, group.Step, group.Shape, group.Count));
        Assert.Equal(["item-5", "item-6"], group.Examples.Select(static item => item.Key));
        Assert.Empty((await server.GetAsync<Page<FailureGroupResponse>>($"/runs/{await server.RunAsync(RunScript.Mapped, new { most = 9 })}/quarantine")).Items);
    }
}
