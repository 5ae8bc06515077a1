using System.Net;

namespace Atelier.Workspace.Throttling;

/// <summary>
/// Slows down guessing of passwords, per name and per address. Nobody is locked out for good: waits have an end, and an address that a user signed in from
/// before does not wait for what strangers do to the name. Memory is bounded; a restart forgets.
/// </summary>
public sealed class SignInThrottle(TimeProvider time)
{
    private const int Kept = 10_000;
    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(30);
    private readonly Lock _gate = new();
    private readonly RecentTable<string, Failures> _names = new(Kept);
    private readonly RecentTable<IPAddress, Failures> _addresses = new(Kept);
    private readonly RecentTable<(string Name, IPAddress Address), DateTimeOffset> _known = new(Kept);

    /// <summary>Entries in memory.</summary>
    internal int Count
    {
        get
        {
            lock (_gate)
            {
                return _names.Count + _addresses.Count + _known.Count;
            }
        }
    }

    /// <summary>
    /// Asks for a try. Zero: go on, and it is counted as failed until <see cref="Succeeded"/>, so that tries at the same time count too. Else: how long to wait; such a
    /// refusal is not counted.
    /// </summary>
    public TimeSpan Begin(string name, IPAddress address)
    {
        var now = time.GetUtcNow();
        var (who, where) = Key(name, address);
        lock (_gate)
        {
            _addresses.TryGet(where, out var ofAddress);
            _names.TryGet(who, out var ofName);
            var known = IsKnown(who, where, now);
            var wait = ofAddress.Wait(ThrottleRule.Address, now);
            if (!known && ofName.Wait(ThrottleRule.Name, now) is var longer && longer > wait)
            {
                wait = longer;
            }

            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            _addresses.Set(where, ofAddress.Again(ThrottleRule.Address, now));
            if (!known)
            {
                _names.Set(who, ofName.Again(ThrottleRule.Name, now));
            }

            return TimeSpan.Zero;
        }
    }

    /// <summary>The try that <see cref="Begin"/> let through was the user. What strangers did to the name stays counted, for them.</summary>
    public void Succeeded(string name, IPAddress address)
    {
        var now = time.GetUtcNow();
        var (who, where) = Key(name, address);
        lock (_gate)
        {
            if (!IsKnown(who, where, now) && _names.TryGet(who, out var ofName))
            {
                _names.Set(who, ofName.TakeBack());
            }

            // Only its own try: else one good account would let an address guess at others without end.
            if (_addresses.TryGet(where, out var ofAddress))
            {
                _addresses.Set(where, ofAddress.TakeBack());
            }

            _known.Set((who, where), now);
        }
    }

    private bool IsKnown(string who, IPAddress where, DateTimeOffset now) => _known.TryGet((who, where), out var at) && now - at < KnownFor;

    // Names of any length come from strangers.
    private static (string Who, IPAddress Where) Key(string name, IPAddress address) =>
        ((name.Length > 64 ? name[..64] : name).ToLowerInvariant(), AddressKey.Of(address));
}
