using System.ComponentModel;
using System.Text.Json;

namespace Atelier.Actions.People;

/// <summary>What <c>people.review</c> and <c>people.approve</c> yield: the payload of the answer's signal, or the default at the deadline.</summary>
internal sealed record Decision
{
    [Description("accept, reject or edit. A rejection does not end the item by itself: a `core.reject` after it with `if` does.")]
    public required Verdict Verdict { get; init; }

    [Description("True unless it was rejected.")]
    public required bool Approved { get; init; }

    [Description("The value that was asked about, with the edited fields merged into it; null when there was none.")]
    public JsonElement? Value { get; init; }

    [Description("What the person wrote beside the decision.")]
    public string? Note { get; init; }

    [Description("Who decided; `deadline` when nobody did in time.")]
    public required string By { get; init; }
}
