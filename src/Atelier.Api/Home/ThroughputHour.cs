namespace Atelier.Api.Home;

/// <summary>Item and step outcomes of an hour.</summary>
public sealed record ThroughputHour
{
    /// <summary>Start of the hour.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Succeeded, empty and skipped items and steps.</summary>
    public required long Succeeded { get; init; }

    /// <summary>Rejected ones.</summary>
    public required long Rejected { get; init; }

    /// <summary>Failed ones.</summary>
    public required long Failed { get; init; }
}
