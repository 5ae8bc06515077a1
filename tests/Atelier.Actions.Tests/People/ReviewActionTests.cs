using System.Text.Json;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.People;

/// <summary>What a question to a person waits for.</summary>
public sealed class ReviewActionTests : IDisposable
{
    private readonly FakeContext _context = new() { Clock = new FixedTime(new DateTimeOffset(2026, 6, 20, 12, 0, 0, TimeSpan.Zero)) };

    public void Dispose() => _context.Dispose();

    [Fact]
    public async Task Review_WaitsForAPersonWithTheQuestionAndTheValue()
    {
        var wait = await AskAsync("people.review", new { question = "Keep it?", value = new { title = "Ada" } });

        Assert.True(wait.Person);
        Assert.Equal("review:step", wait.Signal);
        Assert.Null(wait.Until);
        Assert.Null(wait.Default);
        Assert.Equal("Ada", wait.Question!.Value.GetProperty("value").GetProperty("title").GetString());
        Assert.Contains("person", _context.Makers);
    }

    [Theory]
    [InlineData("reject", false)]
    [InlineData("accept", true)]
    public async Task Approve_WithADeadline_HasADefaultThatSaysThatNobodyAnswered(string standard, bool approved)
    {
        var wait = await AskAsync("people.approve", new { question = "Publish?", deadline = "2d", @default = standard });

        Assert.Equal(_context.Clock.GetUtcNow() + TimeSpan.FromDays(2), wait.Until);
        Assert.Equal(standard, wait.Default!.Value.GetProperty("verdict").GetString());
        Assert.Equal(approved, wait.Default.Value.GetProperty("approved").GetBoolean());
        Assert.Equal("deadline", wait.Default.Value.GetProperty("by").GetString());
    }

    [Fact]
    public async Task Review_WithABrokenDeadline_Fails() =>
        Assert.Equal("ATL5801", (await _context.FailAsync("people.review", new { question = "Keep it?", deadline = "soon" })).Code);

    private async Task<WaitRequest> AskAsync(string action, object input) =>
        Assert.IsType<ActionResult<JsonElement>.Waiting>(await _context.RunAsync(action, input)).Wait;
}
