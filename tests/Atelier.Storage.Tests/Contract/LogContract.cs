using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Sdk;

namespace Atelier.Storage.Tests.Contract;

/// <summary>Lines of steps' logs: in order, by pages, capped.</summary>
public abstract class LogContract(StoreUnderTest underTest) : RunStoreContract(underTest)
{
    private IRunLogs Logs => (IRunLogs)Store;

    [Fact]
    public void Append_Lines_AreReadInOrderByPages()
    {
        Write(One, Created(One));
        Write(Two, Created(Two));
        for (var index = 1; index <= 5; index++)
        {
            Logs.Append(One, Line($"line {index}"));
            Logs.Append(Two, Line($"other {index}"));
        }

        Logs.Flush();
        Logs.Append(One, Line("line 6"));
        Write(One, Changed(One, RunPhase.Paused));
        Restart();

        Assert.Equal([(4L, "line 4"), (5, "line 5"), (6, "line 6")], Logs.ReadLog(One, 4, 10).Select(static line => (line.Number, line.Text)));
        Assert.Equal(2, Logs.ReadLog(Two, 1, 2).Count);
        Same(Line("line 1") with { Number = 1 }, Logs.ReadLog(One, 1, 1)[0]);
    }

    [Fact]
    public void Append_BeyondTheCap_KeepsTheFirstAndSaysSo()
    {
        Write(One, Created(One));
        for (var index = 0; index < IRunLogs.LinesPerRun + 50; index++)
        {
            Logs.Append(One, Line("x"));
        }

        Logs.Append(One, Line(new string('y', 10_000)));
        Logs.Flush();

        var last = Logs.ReadLog(One, IRunLogs.LinesPerRun, 100);
        Assert.Equal(["x", "further lines of this run were dropped"], last.Select(static line => line.Text));
    }

    private static LogLine Line(string text) =>
        new() { Scope = ScopeId.Of(1, 2), Step = 3, Drive = 1, Attempt = 2, Level = StepLogLevel.Warning, At = 9, Text = text };
}
