using System.Text.Json;

namespace Atelier.Api.Runs;

/// <summary>A run.</summary>
public sealed record RunResponse
{
    /// <summary>The same as in lists.</summary>
    public required RunSummary Summary { get; init; }

    /// <summary>As it was started with.</summary>
    public required JsonElement Inputs { get; init; }

    /// <summary>How it differs from its workflow; null: not at all.</summary>
    public JsonElement? Options { get; init; }

    /// <summary>Once it has ended well; null until then.</summary>
    public JsonElement? Outputs { get; init; }

    /// <summary>What made it fail.</summary>
    public required IReadOnlyList<RunError> Errors { get; init; }

    /// <summary>Its blocks outside items.</summary>
    public required IReadOnlyList<BlockResponse> Blocks { get; init; }

    /// <summary>What it waits for; at most 20.</summary>
    public required IReadOnlyList<WaitResponse> Waits { get; init; }

    /// <summary>Paths of steps with running bodies outside blocks.</summary>
    public required IReadOnlyList<string> Running { get; init; }

    /// <summary>Items that blocks went on without.</summary>
    public required long Quarantined { get; init; }

    /// <summary>What it spent; null: nothing.</summary>
    public JsonElement? Spending { get; init; }

    /// <summary>Exit code the command line would give: 0 done, 1 failed, 3 with quarantined items, 5 waiting, 130 cancelled. Null: it runs.</summary>
    public int? Exit { get; init; }
}
