using Atelier.Engine.Running;

namespace Atelier.Cli.Progress;

/// <summary>Shows what a run does while somebody follows it.</summary>
internal interface IProgressView
{
    /// <summary>Runs a follower, which hands over what it sees.</summary>
    Task<RunActivity?> ShowAsync(Func<Action<RunActivity>, Task<RunActivity?>> follow);
}
