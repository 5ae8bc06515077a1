using Atelier.Api.Runs;
using Atelier.Engine.Running;
using Atelier.Engine.Stores;
using Atelier.Hosting.Runs;
using Atelier.Language.Plans;

namespace Atelier.Server.Runs;

/// <summary>What runs wait for, as the API shows it.</summary>
internal static class RunWaits
{
    /// <summary>What a run in memory waits for.</summary>
    public static IReadOnlyList<WaitResponse> Of(RunActivity activity) => Of(activity.Waits);

    /// <summary>What a run that is not in memory waits for, as it is recorded.</summary>
    public static IReadOnlyList<WaitResponse> Of(RunSnapshot snapshot, WorkflowPlan plan) => Of(StoredWaits.Of(snapshot, plan));

    private static IReadOnlyList<WaitResponse> Of(IReadOnlyList<WaitActivity> waits) =>
        [.. waits.Select(static wait => Wait(wait.Path, wait.Count == 1 ? wait.Key : null, wait.Kind, wait.Text, wait.Due, wait.Count))];

    private static WaitResponse Wait(string path, string? key, string kind, string text, long? due, long count) => new()
    {
        Step = path,
        Key = key,
        Kind = kind,
        Text = kind switch
        {
            "person" => text.Length > 0 ? text : "a person",
            "signal" => $"the signal `{text}`",
            "time" => "a time",
            "retry" => "the next attempt",
            _ => text.Length > 0 ? text : "parked",
        },
        Due = due is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
        Count = count,
    };
}
