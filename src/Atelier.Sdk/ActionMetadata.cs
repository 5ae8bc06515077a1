namespace Atelier.Sdk;

/// <summary>The part of an action's description that its author writes; the schema is generated from the records.</summary>
/// <param name="Name">Family and verb: <c>images.convert</c>.</param>
/// <param name="Version">Contract version, from 1.</param>
/// <param name="Reuse">Reuse class.</param>
/// <param name="Summary">One sentence.</param>
public sealed record ActionMetadata(string Name, int Version, ReuseClass Reuse, string Summary)
{
    /// <summary>A step in YAML that works as it stands.</summary>
    public required string Example { get; init; }

    /// <inheritdoc cref="ActionDescriptor.Queue" />
    public string Queue { get; init; } = "cpu";

    /// <inheritdoc cref="ActionDescriptor.ReuseOutsideItems" />
    public ReuseClass? ReuseOutsideItems { get; init; }

    /// <inheritdoc cref="ActionDescriptor.Start" />
    public StartRecord Start { get; init; }

    /// <inheritdoc cref="ActionDescriptor.Inline" />
    public bool Inline { get; init; }

    /// <inheritdoc cref="ActionDescriptor.Metered" />
    public bool Metered { get; init; }

    /// <inheritdoc cref="ActionDescriptor.Idempotent" />
    public bool Idempotent { get; init; } = true;

    /// <inheritdoc cref="ActionDescriptor.Place" />
    public ActionPlace Place { get; init; }

    /// <inheritdoc cref="ActionDescriptor.RawFields" />
    public IReadOnlyList<string> RawFields { get; init; } = [];
}
