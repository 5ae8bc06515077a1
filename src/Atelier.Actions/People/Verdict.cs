namespace Atelier.Actions.People;

/// <summary>What a person says to what was asked.</summary>
internal enum Verdict
{
    /// <summary>As it stands.</summary>
    Accept,

    /// <summary>It does not belong.</summary>
    Reject,

    /// <summary>With the fields that the person changed.</summary>
    Edit,
}
