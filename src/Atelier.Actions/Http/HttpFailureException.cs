using Atelier.Sdk;

namespace Atelier.Actions.Http;

/// <summary>Carries a failure out of an exchange's depth to the action's boundary, where it becomes data again.</summary>
internal sealed class HttpFailureException(StepFailure failure) : Exception(failure.Message)
{
    public StepFailure Failure { get; } = failure;
}
