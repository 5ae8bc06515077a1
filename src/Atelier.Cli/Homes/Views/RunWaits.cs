namespace Atelier.Cli.Homes.Views;

/// <summary>What a run waits for.</summary>
/// <param name="Texts">A sentence each.</param>
/// <param name="Answers">What a person can type to make it go on.</param>
internal sealed record RunWaits(IReadOnlyList<string> Texts, IReadOnlyList<string> Answers)
{
    /// <summary>For nothing.</summary>
    public static RunWaits None { get; } = new([], []);
}
