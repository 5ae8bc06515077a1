namespace Atelier.Cli.Workers;

/// <summary>The server refused, or could not be asked.</summary>
internal sealed class WorkerServerException(string code, string message, bool again, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Stable, <c>ATL####</c>.</summary>
    public string Code { get; } = code;

    /// <summary>True: the same request may be taken later.</summary>
    public bool Again { get; } = again;
}
