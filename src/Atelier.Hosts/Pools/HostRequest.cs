namespace Atelier.Hosts.Pools;

/// <summary>A request on its way through the tries.</summary>
internal sealed class HostRequest(string operation, ReadOnlyMemory<byte> body, TimeSpan timeout, Action<string>? onLine)
{
    public string Operation { get; } = operation;

    public ReadOnlyMemory<byte> Body { get; } = body;

    public TimeSpan Timeout { get; } = timeout;

    /// <summary>Takes the lines before the last of an answer in lines; null: the answer is one object.</summary>
    public Action<string>? OnLine { get; } = onLine;

    /// <summary>Hosts that died with it inside, those killed for another request's hanging aside.</summary>
    public int Deaths { get; set; }
}
