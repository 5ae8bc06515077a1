using System.Net;
using System.Text.RegularExpressions;
using Atelier.Api.Runs;
using Atelier.Api.Workflows;
using Atelier.Engine.Runs;
using Atelier.Server.Metrics;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Metrics;

public partial class MetricsTests
{
    [Fact]
    public async Task Metrics_AfterARun_CountItsOutcomesAndEveryLineIsOneOfTheFormat()
    {
        await using var server = await ServerUnderTest.StartAsync();
        await server.PostAsync<WorkflowVersion>("/workflows", new CreateWorkflowRequest { Sources = new Dictionary<string, string> { [string.Empty] = "name: a\nsteps:\n  - id: say\n    uses: core.value\n    with: { value: 1 }\n" } }, HttpStatusCode.Created);
        await server.PostAsync<RunSummary>("/runs", new StartRunRequest { Workflow = "a" }, HttpStatusCode.Created);
        await server.Home.Engine.WaitAsync(new RunId(1)).WaitAsync(TestContext.Current.CancellationToken);

        var text = await server.Client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Matches("""(?m)^atelier_outcomes_total\{outcome="succeeded"\} [1-9]""", text);
        Assert.Contains("atelier_runs{state=\"running\"} 0\n", text, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_bucket{", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), static line => Assert.Matches(Line(), line));
    }

    [Theory]
    [InlineData("a\"b\\c\nd", """label="a\"b\\c\nd" """)]
    [InlineData("plain", "label=\"plain\"")]
    public void Label_OfAnyValue_StaysOneLine(string value, string expected) => Assert.Equal(expected.TrimEnd(), PrometheusText.Label("label", value));

    [GeneratedRegex("""^(# (HELP|TYPE) [a-zA-Z_][a-zA-Z0-9_]* .*|[a-zA-Z_][a-zA-Z0-9_]*(\{[a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\.)*"(,[a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\.)*")*\})? -?[0-9.eE+-]+|.* NaN)$""")]
    private static partial Regex Line();
}
