using System.Net;

namespace Atelier.Workspace.Throttling;

/// <summary>
/// Slows down guessing of passwords, per name and per address. Nobody is locked out for good: waits have an end, and who signed in from an address before waits only
/// for failures with this name from there, not for what strangers do to the name or behind the same address. Memory is bounded; a restart forgets.
/// </summary>
public sealed class SignInThrottle(TimeProvider time)
{
    private const int Kept = 10_000;
    private static readonly TimeSpan KnownFor = TimeSpan.FromDays(30);
    private readonly Lock _gate = new();
    private readonly RecentTable<string, Failures> _names = new(Kept);
    private readonly RecentTable<IPAddress, Failures> _addresses = new(Kept);
    private readonly RecentTable<(string Name, IPAddress Address), Acquaintance> _known = new(Kept);

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
            var known = Known(who, where, now);
            var wait = known is { } friend
                ? friend.Failures.Wait(ThrottleRule.Name, now)
                : Longer(ofAddress.Wait(ThrottleRule.Address, now), ofName.Wait(ThrottleRule.Name, now));
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            _addresses.Set(where, ofAddress.Again(ThrottleRule.Address, now));
            if (known is { } again)
            {
                _known.Set((who, where), again with { Failures = again.Failures.Again(ThrottleRule.Name, now) });
            }
            else
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
            if (Known(who, where, now) is null && _names.TryGet(who, out var ofName))
            {
                _names.Set(who, ofName.TakeBack());
            }

            // Only its own try: else one good account would let an address guess at others without end.
            if (_addresses.TryGet(where, out var ofAddress))
            {
                _addresses.Set(where, ofAddress.TakeBack());
            }

            _known.Set((who, where), new Acquaintance(now, default));
        }
    }

    private Acquaintance? Known(string who, IPAddress where, DateTimeOffset now) => _known.TryGet((who, where), out var known) && now - known.Since < KnownFor ? known : null;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;

    // Names of any length come from strangers.
    private static (string Who, IPAddress Where) Key(string name, IPAddress address) =>
        ((name.Length > 64 ? name[..64] : name).ToLowerInvariant(), AddressKey.Of(address));

    /// <summary>A user who signed in from an address, and the failures there since.</summary>
    private readonly record struct Acquaintance(DateTimeOffset Since, Failures Failures);
}
