using System.Text.Json;
using Atelier.Engine.Leases;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Driving;

/// <summary>A remote worker that does what a test says, on a driven engine.</summary>
internal sealed class DrivenWorker(DrivenEngine engine, string name, params string[] offers)
{
    private const string User = "tester";

    public string Name => name;

    public string[] Queues { get; init; } = ["cpu", "remote"];

    /// <summary>Leases of the last claims that were not completed.</summary>
    public List<LeaseOffer> Held { get; } = [];

    public Task<IReadOnlyList<LeaseOffer>> StartClaim(int max, double wait = 0, CancellationToken cancellationToken = default) => engine.Engine.Leases.ClaimAsync(
        new WorkerClaim
        {
            Worker = name,
            User = User,
            Queues = Queues,
            Offers = offers,
            Slots = Math.Max(1, max),
            Max = max,
            Wait = TimeSpan.FromSeconds(wait),
        },
        cancellationToken);

    public IReadOnlyList<LeaseOffer> Claim(int max = 1)
    {
        var claim = StartClaim(max);
        engine.DriveUntil(() => claim.IsCompleted);
        Held.AddRange(claim.Result);
        return claim.Result;
    }

    public LeaseState Beat(string lease, params string[] lines) =>
        engine.Engine.Leases.Heartbeat(User, name, [new LeaseProgress(lease) { Lines = [.. lines.Select(static line => (StepLogLevel.Info, line))] }])[0].State;

    /// <summary>Whether it counted.</summary>
    public bool Complete(LeaseOffer offer, object? value) => End(offer, new LeaseEnd.Result(Call.Value(value)));

    public bool Fail(LeaseOffer offer, StepFailure failure) => End(offer, new LeaseEnd.Result(failure));

    public bool End(LeaseOffer offer, LeaseEnd end, Func<LeaseCompletion, LeaseCompletion>? more = null)
    {
        Held.Remove(offer);
        var completion = new LeaseCompletion(offer.Lease, end);
        var asked = engine.Engine.Leases.CompleteAsync(User, name, [more?.Invoke(completion) ?? completion], CancellationToken.None);
        engine.Settle();
        Assert.True(SpinWait.SpinUntil(() => asked.IsCompleted, TimeSpan.FromSeconds(20)), "a completion was not answered");
        return asked.Result[0];
    }

    public static JsonElement InputOf(LeaseOffer offer) => JsonElement.Parse(offer.Input);
}
