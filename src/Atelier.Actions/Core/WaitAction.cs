using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Core;

/// <summary>What <c>core.wait</c> takes: exactly one of <see cref="For"/>, <see cref="Until"/> and <see cref="Signal"/>.</summary>
internal sealed record WaitInput
{
    /// <summary>How long.</summary>
    [Description("How long to wait: 1.5s, 5m, 1h30m, 7d.")]
    public string? For { get; init; }

    /// <summary>Up to when.</summary>
    [Description("A moment with its offset (RFC 3339): 2026-12-24T18:00:00+01:00. A moment that has passed does not wait.")]
    public string? Until { get; init; }

    /// <summary>For what.</summary>
    [Description("The name of a signal; its payload becomes the output.")]
    public string? Signal { get; init; }

    /// <summary>How long at most.</summary>
    [Description("With `signal`: how long at most. Without it the wait has no end.")]
    public string? Timeout { get; init; }

    /// <summary>What stands in for the signal.</summary>
    [Description("With `timeout`: the output when no signal came. Without it the step fails at the deadline.")]
    public JsonElement Default { get; init; }

    /// <summary>Whether a person must act.</summary>
    [Description("With `signal`: a person must send it; the run is shown as waiting for a person.")]
    [DefaultValue(false)]
    public bool Person { get; init; }

    /// <summary>What people read.</summary>
    [Description("What people read in lists of waiting steps.")]
    public string? Prompt { get; init; }
}

/// <summary><c>core.wait</c>: holds no slot while it waits.</summary>
internal sealed class WaitAction : StepAction<WaitInput, JsonElement>
{
    public override ActionMetadata Metadata { get; } = new("core.wait", 1, ReuseClass.Observe, "Waits for a time or for a signal, holding no worker.")
    {
        Inline = true,
        Example = """
            - id: approval
              uses: core.wait
              with: { signal: approved, timeout: 2d, default: { approved: false } }
            """,
    };

    protected override ValueTask<ActionResult<JsonElement>> ExecuteAsync(WaitInput input, ActionContext context, CancellationToken cancellationToken) =>
        new(TryRequest(input, context.Time.GetUtcNow(), out var request, out var mistake)
            ? new ActionResult<JsonElement>.Waiting(request)
            : StepFailure.Permanent(ActionCodes.BadInput, mistake));

    private static bool TryRequest(WaitInput input, DateTimeOffset now, out WaitRequest request, out string mistake)
    {
        request = new WaitRequest { Signal = input.Signal, Person = input.Person, Prompt = input.Prompt };
        mistake = string.Empty;
        var ways = (input.For is null ? 0 : 1) + (input.Until is null ? 0 : 1) + (input.Signal is null ? 0 : 1);
        if (ways != 1)
        {
            mistake = "core.wait needs exactly one of `for`, `until` and `signal` (the deadline of a signal is `timeout`)";
            return false;
        }

        var hasDefault = input.Default.ValueKind != JsonValueKind.Undefined;
        if (input.Signal is null && (input.Timeout is not null || hasDefault || input.Person))
        {
            mistake = "core.wait takes `timeout`, `default` and `person` only with `signal`";
            return false;
        }

        if (hasDefault && input.Timeout is null)
        {
            mistake = "core.wait takes `default` only with `timeout`: without one the wait has no end";
            return false;
        }

        if (!TryEnd(input, now, out var end, out mistake))
        {
            return false;
        }

        request = request with { Until = end, Default = hasDefault ? input.Default : null };
        return true;
    }

    private static bool TryEnd(WaitInput input, DateTimeOffset now, out DateTimeOffset? end, out string mistake)
    {
        end = null;
        mistake = string.Empty;
        if (input.Until is { } until)
        {
            // RFC 3339 asks for an offset; a local time would mean another moment on another machine.
            if (!DateTimeOffset.TryParse(until, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) || !HasOffset(until))
            {
                mistake = $"`until` is `{until}`, which is no moment with an offset; write it as 2026-12-24T18:00:00+01:00 or with `Z`";
                return false;
            }

            end = moment.ToUniversalTime();
        }
        else if ((input.For ?? input.Timeout) is { } text)
        {
            if (!DurationText.TryParse(text, out var duration, out var reason))
            {
                mistake = $"`{(input.For is null ? "timeout" : "for")}`: {reason}";
                return false;
            }

            end = now + duration;
        }

        return true;
    }

    private static bool HasOffset(string moment)
    {
        var time = moment.IndexOf('T', StringComparison.OrdinalIgnoreCase);
        return time > 0 && moment.AsSpan(time).IndexOfAny("Zz+-") > 0;
    }
}
