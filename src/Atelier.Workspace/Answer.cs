using System.Diagnostics.CodeAnalysis;

namespace Atelier.Workspace;

/// <summary>What was asked for, or why not. Exactly one of the two is there.</summary>
public sealed record Answer<T>
    where T : class
{
    private Answer(T? value, WorkspaceRefusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    /// <summary>What was asked for.</summary>
    public T? Value { get; }

    /// <summary>Why not.</summary>
    public WorkspaceRefusal? Refusal { get; }

    /// <summary>Whether it was done.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Done => Value is not null;

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(WorkspaceRefusal refusal) => new(null, refusal);
}
