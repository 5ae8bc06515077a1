namespace Atelier.Cli.Homes;

/// <summary>How something is that <c>atelier doctor</c> looked at.</summary>
internal enum FindingState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Not there; what needs it cannot run.</summary>
    Missing,

    /// <summary>In the way of every run.</summary>
    Broken,
}
