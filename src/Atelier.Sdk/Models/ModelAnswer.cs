using System.Diagnostics.CodeAnalysis;

namespace Atelier.Sdk.Models;

/// <summary>An answer or the failure instead of it.</summary>
public sealed class ModelAnswer<T>
{
    private readonly T? _value;
    private readonly StepFailure? _failure;

    private ModelAnswer(T? value, StepFailure? failure)
    {
        _value = value;
        _failure = failure;
    }

    /// <summary>The answer came.</summary>
    public static implicit operator ModelAnswer<T>(T value) => new(value, null);

    /// <summary>It did not.</summary>
    public static implicit operator ModelAnswer<T>(StepFailure failure) => new(default, failure);

    /// <summary>Whether there is an answer.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out StepFailure? failure)
    {
        value = _value;
        failure = _failure;
        return failure is null;
    }
}
