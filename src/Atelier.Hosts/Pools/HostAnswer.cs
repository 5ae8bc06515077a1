using Atelier.Sdk;

namespace Atelier.Hosts.Pools;

/// <summary>What came of one request. Closed.</summary>
public abstract record HostAnswer
{
    private HostAnswer()
    {
    }

    /// <summary>The host did it; the body is its JSON.</summary>
    public sealed record Done(ReadOnlyMemory<byte> Body) : HostAnswer;

    /// <summary>The host could not do this request and lives on: a broken picture, a wrong field. The code is the protocol's.</summary>
    public sealed record Refused(string Code, string Message, string? Detail) : HostAnswer;

    /// <summary>No answer: the host cannot start, hung, or died each time.</summary>
    public sealed record NoAnswer(StepFailure Failure) : HostAnswer;
}
