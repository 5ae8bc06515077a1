namespace Atelier.Server.Problems;

/// <summary>Sizes of pages.</summary>
internal static class Paging
{
    /// <summary>Unless a request says otherwise.</summary>
    public const int Standard = 50;

    /// <summary>No page holds more.</summary>
    public const int Most = 500;

    /// <summary>The refusal of a size that no page has; null: it is one.</summary>
    public static Refusal? Problem(int limit) => limit is >= 1 and <= Most ? null : Refusal.Bad(ServerCodes.BadQuery, $"`limit` is 1 to {Most}, not {limit}");
}
