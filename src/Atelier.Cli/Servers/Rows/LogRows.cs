using Atelier.Api.Logs;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Cli.Servers.Rows;

/// <summary>Lines of logs as the store has them.</summary>
internal static class LogRows
{
    public static LogLine Of(LogLineResponse line, WorkflowPlan plan) => new()
    {
        Number = line.Number,
        Scope = line.Scope is { } scope ? OutcomeRows.ScopeOf(scope) : ScopeId.Root,
        Step = line.Step is { } path ? OutcomeRows.StepOf(path, plan) : 0,
        Attempt = line.Attempt,
        Level = Enum.TryParse<StepLogLevel>(line.Level, ignoreCase: true, out var level) ? level : default,
        At = line.At.ToUnixTimeMilliseconds(),
        Text = line.Text,
    };
}
