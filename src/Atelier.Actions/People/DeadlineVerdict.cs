namespace Atelier.Actions.People;

/// <summary>What stands when nobody answered in time.</summary>
internal enum DeadlineVerdict
{
    /// <summary>It does not belong.</summary>
    Reject,

    /// <summary>As it stands.</summary>
    Accept,
}
