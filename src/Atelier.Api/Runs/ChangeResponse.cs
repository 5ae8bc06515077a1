namespace Atelier.Api.Runs;

/// <summary>Whether something changed.</summary>
public sealed record ChangeResponse
{
    /// <summary>False: there was nothing to change.</summary>
    public required bool Done { get; init; }
}
