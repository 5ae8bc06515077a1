namespace Atelier.Actions;

/// <summary>What the built-in actions need from the process that hosts them; the defaults are those of one person's machine.</summary>
public sealed record ActionServices
{
}
