namespace Atelier.Models.Lanes;

/// <summary>A batch on its way to a host.</summary>
/// <param name="Operation">The protocol's name.</param>
/// <param name="Parameters">A JSON object; the same for all members.</param>
/// <param name="Items">JSON objects.</param>
/// <param name="OnText">Takes pieces of text as they come; null: nobody wants them.</param>
internal sealed record LaneRequest(string Operation, string Parameters, IReadOnlyList<byte[]> Items, Action<string>? OnText)
{
    /// <summary>Whether the answer comes in lines, so that a long text is not taken for a host that hangs.</summary>
    public bool Lines => Operation == "generate";
}
