using Atelier.Engine.Logs;
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
            Logs.Write(Line(One, $"line {index}"));
            Logs.Write(Line(Two, $"other {index}"));
        }

        Logs.Flush();
        Logs.Write(Line(One, "line 6"));
        Write(One, Changed(One, RunPhase.Paused));
        Restart();

        Assert.Equal([(4L, "line 4"), (5, "line 5"), (6, "line 6")], Logs.ReadLog(One, 4, 10).Select(static line => (line.Number, line.Text)));
        Assert.Equal(2, Logs.ReadLog(Two, 1, 2).Count);
        Same(LogLine.Of(Line(One, "line 1")) with { Number = 1 }, Logs.ReadLog(One, 1, 1)[0]);
    }

    [Fact]
    public void Append_BeyondTheCap_KeepsTheFirstAndSaysSo()
    {
        Write(One, Created(One));
        for (var index = 0; index < IRunLogs.LinesPerRun + 50; index++)
        {
            Logs.Write(Line(One, "x"));
        }

        Logs.Write(Line(One, new string('y', 10_000)));
        Logs.Flush();

        var last = Logs.ReadLog(One, IRunLogs.LinesPerRun, 100);
        Assert.Equal(["x", "further lines of this run were dropped"], last.Select(static line => line.Text));
    }

    private static StepLogLine Line(RunId run, string text) => new(run, ScopeId.Of(1, 2), 3, 2, StepLogLevel.Warning, 9, text);
}
