using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Engine.Retries;

/// <summary>When a failed body is tried again.</summary>
internal static class RetryDelays
{
    /// <summary>The wait before the next try; null: there is none.</summary>
    /// <param name="policy">The step's policy.</param>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="failure">Its failure; its <see cref="StepFailure.RetryAfter"/> is the least wait.</param>
    public static TimeSpan? Next(RetryPlan policy, int attempt, StepFailure failure)
    {
        var wanted = failure.Kind switch
        {
            FailureKind.Transient => policy.OnTransient,
            FailureKind.Permanent => policy.OnPermanent,
            _ => true,
        };
        if ((!wanted && !policy.OnCodes.Contains(failure.Code)) || attempt >= policy.Attempts)
        {
            return null;
        }

        var delay = Grow(policy, attempt);
        return failure.RetryAfter is { } least && least > delay ? least : delay;
    }

    private static TimeSpan Grow(RetryPlan policy, int attempt)
    {
        var factor = policy.Backoff switch
        {
            Backoff.Constant => 1,
            Backoff.Linear => attempt,
            _ => Math.Pow(2, Math.Min(attempt - 1, 40)),
        };
        var milliseconds = Math.Min(policy.Delay.TotalMilliseconds * factor, policy.MaxDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(milliseconds);
    }
}
