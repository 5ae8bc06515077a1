namespace Atelier.Engine.Tests.Simulation;

/// <summary>What happens to a commit.</summary>
internal enum CommitFault
{
    None,
    CrashBefore,
    CrashAfter,
    FailsBefore,
    FailsAfter,
    FailsBeforeForNow,
}
