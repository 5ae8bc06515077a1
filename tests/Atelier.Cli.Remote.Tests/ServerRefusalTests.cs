using Microsoft.AspNetCore.Http;

namespace Atelier.Cli.Tests.Servers;

/// <summary>Whatever keeps a server from answering is told in a sentence with a code, and nothing is asked twice that must not be.</summary>
public sealed class ServerRefusalTests
{
    [Fact]
    public async Task Server_ThatIsAway_Exits4WithWhatToDo()
    {
        var ended = await InProcess.RunAsync("runs", "list", "--server", "http://127.0.0.1:9", "--json");

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Equal("ATL4040", ended.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Contains("atelier serve", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_ThatNobodyTrusts_IsToldPlainly()
    {
        await using var server = await StrangeServer.StartAsync(static (_, _) => Task.CompletedTask, tls: true);

        var ended = await InProcess.RunAsync("runs", "list", "--server", server.Address);

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Contains("ATL4042", ended.Error, StringComparison.Ordinal);
        Assert.Contains("SSL_CERT_FILE", ended.Error, StringComparison.Ordinal);
        Assert.Equal(0, server.Asked);
    }

    [Fact]
    public async Task Page_OfSomethingElse_IsNoAnswer()
    {
        await using var server = await StrangeServer.StartAsync(static (context, _) => context.Response.WriteAsync("<html>hello</html>"));

        var ended = await InProcess.RunAsync("runs", "list", "--server", server.Address);

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Contains("ATL4043", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_IsToldAndNotFollowed()
    {
        await using var other = await StrangeServer.StartAsync(static (_, _) => Task.CompletedTask);
        await using var server = await StrangeServer.StartAsync((context, _) =>
        {
            context.Response.Redirect(other.Address + "/api/v1/runs");
            return Task.CompletedTask;
        });

        var ended = await InProcess.RunAsync("runs", "list", "--server", server.Address);

        Assert.Contains("ATL4043", ended.Error, StringComparison.Ordinal);
        Assert.Contains(other.Address, ended.Error, StringComparison.Ordinal);
        Assert.Equal(0, other.Asked);
    }

    [Fact]
    public async Task Reading_IsAskedAgainWhenTheServerIsBusy()
    {
        await using var server = await StrangeServer.StartAsync(static (context, asked) =>
        {
            context.Response.StatusCode = asked < 3 ? 503 : 200;
            return context.Response.WriteAsync("""{"items": [], "next": null, "something_newer": 1}""");
        });

        var ended = await InProcess.RunAsync("runs", "list", "--server", server.Address);

        Assert.True(ended.Exit == ExitCodes.Done, ended.ToString());
        Assert.Equal(3, server.Asked);
    }

    [Fact]
    public async Task Change_IsAskedOnce()
    {
        await using var server = await StrangeServer.StartAsync(static (context, _) =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });

        var ended = await InProcess.RunAsync("gc", "--server", server.Address);

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Equal(1, server.Asked);
    }

    [Fact]
    public async Task Change_ThatCameTooSoon_IsAskedAgain()
    {
        await using var server = await StrangeServer.StartAsync(static (context, asked) =>
        {
            context.Response.StatusCode = asked < 5 ? 429 : 200;
            context.Response.Headers.RetryAfter = "0";
            return context.Response.WriteAsync("""{"removed": 1, "bytes": 2, "doomed": 3}""");
        });

        var ended = await InProcess.RunAsync("gc", "--server", server.Address, "--json");

        Assert.True(ended.Exit == ExitCodes.Done, ended.ToString());
        Assert.Equal(5, server.Asked);
    }

    [Theory]
    [InlineData("plan", "a.yaml")]
    [InlineData("try", "a.yaml", "b")]
    [InlineData("demo")]
    [InlineData("models", "show", "clip")]
    [InlineData("models", "remove", "clip")]
    public async Task Command_ThatNeedsTheHomeItself_IsRefused(params string[] command)
    {
        var ended = await InProcess.RunAsync([.. command, "--server", "http://127.0.0.1:9"]);

        Assert.Equal(ExitCodes.Refused, ended.Exit);
        Assert.Contains("ATL4044", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_WithoutAHome_WorksAsItDoes()
    {
        var ended = await InProcess.RunAsync("expr", "1 + 1", "--server", "http://127.0.0.1:9");

        Assert.Equal((ExitCodes.Done, "2"), (ended.Exit, ended.Output.Trim()));
    }
}
