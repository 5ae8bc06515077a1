using Atelier.Api.Workers;

namespace Atelier.Cli.Workers;

/// <summary>A claimed step, from the claim to its completion.</summary>
internal sealed class HeldStep(ClaimedStep step, RemoteContext context) : IDisposable
{
    public ClaimedStep Step { get; } = step;

    public RemoteContext Context { get; } = context;

    /// <summary>Stops its body.</summary>
    public CancellationTokenSource Stop { get; } = new();

    /// <summary>Its body has begun.</summary>
    public volatile bool Begun;

    /// <summary>The lease is lost: nothing is to be said of it any more.</summary>
    public volatile bool Lost;

    /// <summary>The worker ends: the step goes to another one.</summary>
    public volatile bool HandsBack;

    public void Dispose()
    {
        Stop.Dispose();
        Context.Dispose();
    }
}
