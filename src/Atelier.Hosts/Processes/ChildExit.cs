namespace Atelier.Hosts.Processes;

/// <summary>How a child ended.</summary>
/// <param name="Code">Its exit code; 128 + number when a signal ended it (137: killed).</param>
public readonly record struct ChildExit(int Code)
{
    /// <summary>The signal that ended it, such as 9; null when it exited by itself.</summary>
    public int? Signal => Code is > 128 and <= 128 + 64 ? Code - 128 : null;
}
