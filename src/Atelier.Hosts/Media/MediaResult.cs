using System.Diagnostics.CodeAnalysis;
using Atelier.Sdk;

namespace Atelier.Hosts.Media;

/// <summary>An answer of the media host, or why there is none: exactly one of the two.</summary>
public readonly record struct MediaResult<T>(T? Value, StepFailure? Failure)
{
    /// <summary>Takes it apart; false leaves the failure.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out StepFailure? failure)
    {
        value = Value;
        failure = Failure;
        return failure is null;
    }
}
