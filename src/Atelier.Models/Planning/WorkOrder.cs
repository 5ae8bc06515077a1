namespace Atelier.Models.Planning;

/// <summary>In which order items and models meet.</summary>
public enum WorkOrder
{
    /// <summary>An item goes through all its steps as it comes: the models are in memory together.</summary>
    Items,

    /// <summary>A window of items goes through the steps of one phase, then through those of the next: each phase's models are loaded once a window.</summary>
    Models,
}
