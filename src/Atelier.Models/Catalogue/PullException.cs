namespace Atelier.Models.Catalogue;

/// <summary>Carries a failure out of the middle of a download; never leaves <see cref="ModelPull"/>.</summary>
internal sealed class PullException(PullFailure failure) : Exception(failure.Message)
{
    public PullException(string code, string message, bool passing = false)
        : this(new PullFailure(code, message, passing))
    {
    }

    public PullFailure Failure { get; } = failure;
}
