using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Llm.Servers;

/// <summary>Keeps all steps of the process together within what one model of a server may be asked. Safe from many threads.</summary>
internal sealed class ServerPace
{
    private readonly Lock _gate = new();
    private ModelRateLimits? _limits;
    private TokenBucket? _requests;
    private TokenBucket? _tokens;
    private long _pausedUntil;
    private string? _lastFailed;

    /// <summary>Waits until a request with about so many tokens may be sent. Waiting is told in the step's log once it lasts.</summary>
    public async ValueTask WaitAsync(ModelRateLimits? limits, int tokens, ActionContext context, CancellationToken cancellationToken)
    {
        var told = false;
        while (Next(limits, tokens, context.Time.GetUtcNow()) is { Ticks: > 0 } wait)
        {
            if (!told)
            {
                context.Log(StepLogLevel.Info, $"waiting {DurationText.Format(TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds)))} for the rate limit");
                told = true;
            }

            await Task.Delay(wait, context.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The server asked for a pause: nobody asks it before.</summary>
    public void Pause(TimeSpan pause, DateTimeOffset now) => Interlocked.Exchange(ref _pausedUntil, (now + pause).UtcTicks);

    /// <summary>The tokens of a request are known.</summary>
    public void Correct(long guessed, long counted) => Volatile.Read(ref _tokens)?.Correct(counted - guessed);

    /// <summary>The server answered.</summary>
    public void Answered() => Volatile.Write(ref _lastFailed, null);

    /// <summary>The server failed at a request; whether it had failed at another one just before, so that it is the server and not the request.</summary>
    public bool FailedAgain(string request) => Interlocked.Exchange(ref _lastFailed, request) is { } before && before != request;

    private TimeSpan Next(ModelRateLimits? limits, int tokens, DateTimeOffset now)
    {
        var paused = new DateTimeOffset(Interlocked.Read(ref _pausedUntil), TimeSpan.Zero) - now;
        if (paused > TimeSpan.Zero)
        {
            return paused;
        }

        lock (_gate)
        {
            if (_limits != limits)
            {
                _limits = limits;
                _requests = limits?.RequestsPerMinute is { } requests ? new TokenBucket(requests, now) : null;
                _tokens = limits?.TokensPerMinute is { } perMinute ? new TokenBucket(perMinute, now) : null;
            }

            var wait = _tokens?.Take(tokens, now) ?? TimeSpan.Zero;
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            wait = _requests?.Take(1, now) ?? TimeSpan.Zero;
            if (wait > TimeSpan.Zero)
            {
                _tokens?.Correct(-tokens);
            }

            return wait;
        }
    }
}
