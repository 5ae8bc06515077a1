namespace Atelier.Actions.Http;

/// <summary>What HTTP actions may reach; a setting of the home, not of a workflow.</summary>
public sealed record OutboundPolicy
{
    /// <summary>Whether private, loopback and link-local addresses may be reached. Default: only by steps that say <c>allow_private: true</c>.</summary>
    public PrivateAddresses PrivateAddresses { get; init; } = PrivateAddresses.WhenAsked;

    /// <summary>
    /// Whether the environment's proxy (<c>HTTPS_PROXY</c>, ...) is used. The proxy then resolves names, so only addresses that a step writes as numbers are checked
    /// here, and what goes past the proxy (<c>NO_PROXY</c>) as ever. Default: not.
    /// </summary>
    public bool UseProxy { get; init; }

    /// <summary>How long a connection may take to be made. Default: 15 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);
}

/// <summary>Whether addresses that are not public may be reached.</summary>
public enum PrivateAddresses
{
    /// <summary>By steps that ask for it.</summary>
    WhenAsked,

    /// <summary>By every step.</summary>
    Always,

    /// <summary>By none, whatever it asks.</summary>
    Never,
}
