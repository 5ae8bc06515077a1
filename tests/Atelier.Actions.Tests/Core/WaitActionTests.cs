using System.Text.Json;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Core;

public sealed class WaitActionTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeContext _context = new() { Clock = new FixedTime(Noon) };

    [Fact]
    public async Task For_EndsAfterTheDuration() =>
        Assert.Equal(Noon.AddMinutes(90), (await WaitAsync("""{"for":"1h30m"}""")).Until);

    [Fact]
    public async Task Until_IsReadWithItsOffset() =>
        Assert.Equal(new DateTimeOffset(2026, 12, 24, 17, 0, 0, TimeSpan.Zero), (await WaitAsync("""{"until":"2026-12-24T18:00:00+01:00"}""")).Until);

    [Fact]
    public async Task Signal_WithTimeoutAndDefault_CarriesBoth()
    {
        var wait = await WaitAsync("""{"signal":"approved","timeout":"2d","default":null,"person":true,"prompt":"look"}""");

        Assert.Equal(("approved", Noon.AddDays(2), true, "look"), (wait.Signal, wait.Until, wait.Person, wait.Prompt));
        Assert.Equal(JsonValueKind.Null, wait.Default!.Value.ValueKind);
    }

    [Fact]
    public async Task Signal_WithoutTimeout_HasNoEnd()
    {
        var wait = await WaitAsync("""{"signal":"approved"}""");

        Assert.Null(wait.Until);
        Assert.Null(wait.Default);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"for":"5m","signal":"a"}""")]
    [InlineData("""{"for":"5 minutes"}""")]
    [InlineData("""{"until":"2026-12-24T18:00:00"}""")]
    [InlineData("""{"until":"tomorrow"}""")]
    [InlineData("""{"for":"5m","default":1}""")]
    [InlineData("""{"signal":"a","default":1}""")]
    public async Task BadInput_IsAPermanentFailure(string input)
    {
        var failure = await _context.FailAsync("core.wait", input);

        Assert.Equal(("ATL5001", FailureKind.Permanent), (failure.Code, failure.Kind));
    }

    public void Dispose() => _context.Dispose();

    private async Task<WaitRequest> WaitAsync(string input) =>
        Assert.IsType<ActionResult<JsonElement>.Waiting>(await _context.RunAsync("core.wait", input)).Wait;
}
