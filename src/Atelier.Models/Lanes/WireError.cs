namespace Atelier.Models.Lanes;

/// <summary>Why an item, or all, could not be done.</summary>
internal sealed record WireError(string Code, string Message, string? Detail);
