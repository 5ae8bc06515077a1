namespace Atelier.Hosting.Items;

/// <summary>Orders that a list of items can have. Others would read every item's value for a page.</summary>
public enum ItemSort
{
    /// <summary>As the source lists them.</summary>
    Ordinal,

    /// <summary>By key, as UTF-8.</summary>
    Key,

    /// <summary>By outcome: open, succeeded, empty, rejected, failed, skipped, cancelled.</summary>
    Outcome,

    /// <summary>By the time of their end; open ones last.</summary>
    Time,
}
