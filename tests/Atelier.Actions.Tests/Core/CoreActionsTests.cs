using System.Text.Json;
using Atelier.Sdk;
using Xunit;
using static Atelier.Actions.Tests.ActionRuns;

namespace Atelier.Actions.Tests.Core;

public sealed class CoreActionsTests : IDisposable
{
    private readonly FakeContext _context = new();

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("""{"a":[1,2,{"b":"ü"}]}""")]
    public async Task Value_YieldsTheValueItself(string json)
    {
        var output = await _context.SucceedAsync("core.value", $$"""{"value":{{json}}}""");

        Assert.Equal(json, output.GetRawText());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"valeu":1}""")]
    [InlineData("3")]
    public async Task Value_WithoutItsField_Fails(string json)
    {
        var failure = await _context.FailAsync("core.value", json);

        Assert.Equal("ATL5001", failure.Code);
    }

    [Fact]
    public async Task Log_WritesTheLineAtItsLevel()
    {
        await _context.SucceedAsync("core.log", """{"message":{"a":1},"level":"warning"}""");

        Assert.Equal((StepLogLevel.Warning, """{"a":1}"""), Assert.Single(_context.Lines));
    }

    [Fact]
    public async Task Fail_CarriesCodeKindAndMessage()
    {
        var failure = await _context.FailAsync("core.fail", """{"message":"no","code":"MINE","kind":"transient","detail":"more"}""");

        Assert.Equal(StepFailure.Transient("MINE", "no", "more"), failure);
    }

    [Fact]
    public async Task Fail_UnavailableWithoutEndpoint_SaysSo()
    {
        var failure = await _context.FailAsync("core.fail", """{"message":"no","kind":"unavailable"}""");

        Assert.Equal("ATL5001", failure.Code);
        Assert.Contains("endpoint", failure.Message);
    }

    [Fact]
    public async Task Reject_GivesItsReason()
    {
        var result = await _context.RunAsync("core.reject", """{"reason":"too dark"}""");

        Assert.Equal(new ActionResult<JsonElement>.Rejected("too dark"), result);
    }

    [Fact]
    public async Task Assert_ThatHolds_Succeeds() => await _context.SucceedAsync("core.assert", """{"that":true}""");

    [Fact]
    public async Task Assert_ThatDoesNotHold_FailsWithItsMessage()
    {
        var failure = await _context.FailAsync("core.assert", """{"that":false,"message":"three are needed"}""");

        Assert.Equal(StepFailure.Permanent("ATL5003", "three are needed"), failure);
    }

    [Fact]
    public async Task Recover_WithoutValue_YieldsNull() =>
        Assert.Equal(JsonValueKind.Null, (await _context.SucceedAsync("core.recover", "{}")).ValueKind);

    [Fact]
    public async Task Recover_WithValue_YieldsIt() =>
        Assert.Equal("7", (await _context.SucceedAsync("core.recover", """{"value":7}""")).GetRawText());

    [Fact]
    public async Task Signal_IsSentWithTheIdempotencyKey()
    {
        await _context.SucceedAsync("core.signal", """{"run":"r1","name":"approved","key":"a,b","payload":{"ok":true}}""");

        Assert.Equal(("r1", "approved", "a,b", """{"ok":true}""", "idem-1"), Assert.Single(_context.StartedRuns.Signals));
    }

    [Fact]
    public async Task Signal_ToARunThatDoesNotExist_Fails()
    {
        var failure = await _context.FailAsync("core.signal", """{"run":"missing","name":"approved"}""");

        Assert.Equal(("ATL5004", FailureKind.Permanent), (failure.Code, failure.Kind));
    }

    [Fact]
    public async Task StartRun_StartsOnceAndYieldsItsId()
    {
        var output = await _context.SucceedAsync("core.start_run", """{"workflow":"publish","inputs":{"a":1}}""");

        Assert.Equal("run-of-publish", output.GetProperty("run").GetString());
        Assert.Equal(("publish", """{"a":1}""", "idem-1"), Assert.Single(_context.StartedRuns.Started));
    }

    [Fact]
    public async Task StartRun_OfAnUnknownWorkflow_Fails() =>
        Assert.Equal("ATL5004", (await _context.FailAsync("core.start_run", """{"workflow":"missing"}""")).Code);

    [Fact]
    public async Task StartRun_WithInputsThatAreNoObject_Fails() =>
        Assert.Equal("ATL5001", (await _context.FailAsync("core.start_run", """{"workflow":"publish","inputs":[1]}""")).Code);

    [Fact]
    public async Task AnyAction_WithAnUnknownField_NamesIt()
    {
        var failure = await _context.FailAsync("core.log", """{"mesage":"x"}""");

        Assert.Equal("ATL5001", failure.Code);
        Assert.Contains("mes", failure.Message);
    }

    public void Dispose() => _context.Dispose();
}
