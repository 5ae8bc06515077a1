namespace Atelier.Sdk;

/// <summary>When a recorded result may stand in for running a body again.</summary>
public enum ReuseClass
{
    /// <summary>Same input, same output: reused by fingerprint across all runs.</summary>
    Pure,

    /// <summary>May answer differently each time: reused for the same collection, key and step path with an equal fingerprint.</summary>
    Sampled,

    /// <summary>Changes something outside: reused as sampled, and only if the action confirms that what it made still holds.</summary>
    Effect,

    /// <summary>Looks at the outside: never reused unless the step asks (<c>cache: { for: 1d }</c>).</summary>
    Observe,
}

/// <summary>Whether the start of a body is recorded before it runs.</summary>
public enum StartRecord
{
    /// <summary>Contained in this process: a cut-off try leaves no trace and is simply run again.</summary>
    None,

    /// <summary>Recorded with the next commit, not waited for (hosts, processes, containers, HTTP).</summary>
    Unawaited,

    /// <summary>Durable before the body starts.</summary>
    Awaited,
}
