namespace Atelier.Models.Catalogue;

/// <summary>Why a model could not be fetched.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Message">One sentence with what to do.</param>
/// <param name="Passing">Whether the same may work a moment later.</param>
public sealed record PullFailure(string Code, string Message, bool Passing = false);
