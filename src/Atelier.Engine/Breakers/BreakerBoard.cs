using System.Collections.Concurrent;
using Atelier.Sdk;

namespace Atelier.Engine.Breakers;

/// <summary>The breakers of all endpoints. Bodies ask it from any thread; the loop alone parks and wakes steps.</summary>
internal sealed class BreakerBoard(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Breaker> _breakers = new();

    /// <summary>Told when an endpoint answers again.</summary>
    public Action<string>? Returned { get; set; }

    public bool IsOpen(string endpoint) => _breakers.TryGetValue(endpoint, out var breaker) && breaker.IsOpen;

    public Breaker Of(string endpoint) => _breakers.GetOrAdd(endpoint, static _ => new Breaker());

    public IEnumerable<KeyValuePair<string, Breaker>> All => _breakers;

    /// <summary>A body heard from an endpoint, or did not.</summary>
    public void Answered(string endpoint, StepFailure? failure)
    {
        if (failure is { Kind: FailureKind.Unavailable })
        {
            lock (Of(endpoint))
            {
                Of(endpoint).Trip(time.GetUtcNow().ToUnixTimeMilliseconds(), failure.RetryAfter);
            }
        }
        else if (IsOpen(endpoint))
        {
            Of(endpoint).Close();
            Returned?.Invoke(endpoint);
        }
    }
}
