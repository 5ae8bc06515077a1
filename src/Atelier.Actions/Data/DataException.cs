using Atelier.Sdk;

namespace Atelier.Actions.Data;

/// <summary>Carries a failure out of a reader's depth to the action's boundary, where it becomes data again.</summary>
internal sealed class DataException(StepFailure failure) : Exception(failure.Message)
{
    public DataException(string code, string message)
        : this(StepFailure.Permanent(code, message))
    {
    }

    public StepFailure Failure { get; } = failure;
}
