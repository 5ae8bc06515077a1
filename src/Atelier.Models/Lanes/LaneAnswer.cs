using Atelier.Sdk;

namespace Atelier.Models.Lanes;

/// <summary>What came of a batch as a whole. Closed.</summary>
internal abstract record LaneAnswer
{
    private LaneAnswer()
    {
    }

    /// <summary>The host did it: one answer an item, in their order.</summary>
    public sealed record Items(IReadOnlyList<WireItem> Answers) : LaneAnswer;

    /// <summary>The host could not do the batch, and lives on. The code is the protocol's.</summary>
    public sealed record Refused(string Code, string Message, string? Detail) : LaneAnswer;

    /// <summary>No answer: the host cannot start, hung, or died each time.</summary>
    public sealed record Failed(StepFailure Failure) : LaneAnswer;
}
