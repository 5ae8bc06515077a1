namespace Atelier.Language.Definitions;

/// <summary>What a step does.</summary>
internal enum StepKind
{
    Action,
    ForEach,
    Repeat,
    Parallel,
    Switch,
    Call,
    Group,
}
