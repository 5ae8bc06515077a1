namespace Atelier.Workspace.Schedules;

/// <summary>What happens with times that passed while nobody watched the clock.</summary>
public enum CatchUpPolicy
{
    /// <summary>Nothing: what is more than a minute late is left out.</summary>
    None,

    /// <summary>The last of them is made up for.</summary>
    Last,

    /// <summary>All are made up for, in order; of more than <see cref="DueTimes.Most"/> the last ones.</summary>
    All,
}
