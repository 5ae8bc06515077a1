namespace Atelier.Sdk;

/// <summary>Where the bodies of an action may run.</summary>
public enum ActionPlace
{
    /// <summary>In the engine's process, or on a remote worker that offers the action.</summary>
    Anywhere,

    /// <summary>In the engine's process only: they read its rows, ask it to wait, or steer its runs.</summary>
    Owner,

    /// <summary>On a remote worker only.</summary>
    Worker,
}
