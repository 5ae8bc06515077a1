namespace Atelier.Actions.Data;

/// <summary>What becomes of a line that cannot be read.</summary>
internal enum BadLine
{
    /// <summary>The step fails and names the line.</summary>
    Fail,

    /// <summary>The line is left out and a warning names it.</summary>
    Skip,
}
