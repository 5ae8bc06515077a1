using Atelier.Actions.Containers;
using Atelier.Actions.Http;
using Atelier.Hosts.Media;

namespace Atelier.Actions;

/// <summary>What the built-in actions need from the process that hosts them; the defaults are those of one person's machine.</summary>
public sealed record ActionServices
{
    /// <summary>What HTTP actions may reach.</summary>
    public OutboundPolicy Outbound { get; init; } = new();

    /// <summary>How containers are run.</summary>
    public ContainerOptions Containers { get; init; } = ContainerOptions.FromEnvironment(Environment.GetEnvironmentVariable);

    /// <summary>The hosts that decode pictures; the caller's to dispose. Default: none, and no <c>images.*</c> and <c>vision.*</c> actions.</summary>
    public MediaHostPool? Media { get; init; }
}
