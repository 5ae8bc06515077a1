using Atelier.Engine.Runs;
using Microsoft.Extensions.Logging;

namespace Atelier.Engine.Running;

/// <summary>What the engine says about itself.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(2101, LogLevel.Error, "{Run}: a turn broke; the run is folded again")]
    public static partial void Broke(ILogger logger, RunId run, Exception exception);

    [LoggerMessage(2102, LogLevel.Error, "{Run}: nothing would have woken {Lost}; the run is folded again")]
    public static partial void Asleep(ILogger logger, RunId run, string lost);
}
