using System.Text.Json;

namespace Atelier.Sdk;

/// <summary>What a waiting step waits for. At least one of <see cref="Until"/> and <see cref="Signal"/> is set.</summary>
public sealed record WaitRequest
{
    /// <summary>The moment (UTC) at which the wait ends by itself; with a signal: its deadline. Null: no deadline.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The name of the signal that ends the wait; null: only time does.</summary>
    public string? Signal { get; init; }

    /// <summary>True when a person must act: shown as such, and the run's exit code says so.</summary>
    public bool Person { get; init; }

    /// <summary>The output when <see cref="Until"/> passes before the signal. Null with a signal: the step fails at the deadline.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>What people read in lists: "waits for approval of ...".</summary>
    public string? Prompt { get; init; }

    /// <summary>What a person is asked and about what, as lists and editors show it; null: only the prompt.</summary>
    public JsonElement? Question { get; init; }
}
