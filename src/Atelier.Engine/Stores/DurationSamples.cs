using Atelier.Engine.Records;

namespace Atelier.Engine.Stores;

/// <summary>Adds up how long bodies took, by definition, step and action. The same in every store.</summary>
public sealed class DurationSamples
{
    private readonly Dictionary<(string Digest, int Step, string MadeBy), (int Count, double Sum)> _sums = [];

    /// <summary>Takes an outcome's detail; what was reused or says no time is passed over.</summary>
    public void Add(string workflowDigest, int step, byte[]? detail)
    {
        if (OutcomeDetail.FromJson(detail) is { Milliseconds: { } milliseconds } read && read.Why?.Reused != true)
        {
            var key = (workflowDigest, step, read.MadeBy ?? string.Empty);
            var (count, sum) = _sums.GetValueOrDefault(key);
            _sums[key] = (count + 1, sum + milliseconds);
        }
    }

    /// <summary>By definition, step and action.</summary>
    public IReadOnlyList<StepDuration> ToList() =>
        [.. _sums.Select(static entry => new StepDuration(entry.Key.Digest, entry.Key.Step, entry.Key.MadeBy, entry.Value.Count, entry.Value.Sum / entry.Value.Count))
            .OrderBy(static entry => entry.WorkflowDigest, StringComparer.Ordinal).ThenBy(static entry => entry.Step).ThenBy(static entry => entry.MadeBy, StringComparer.Ordinal)];
}
