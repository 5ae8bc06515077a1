namespace Atelier.Cli.Homes;

/// <summary>Something that <c>atelier doctor</c> looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="State">How it is.</param>
/// <param name="Text">In words.</param>
internal sealed record Finding(string Name, FindingState State, string Text)
{
    private const long LittleSpace = 1L << 30;

    /// <summary>How much room the home has.</summary>
    public static Finding OfSpace(long free) => new("disk", free < LittleSpace ? FindingState.Broken : FindingState.Good, $"{free / (1 << 20):N0} MiB free for the home");
}
