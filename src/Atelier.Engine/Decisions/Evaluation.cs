using Atelier.Engine.State;
using Atelier.Language.Cel.Values;
using Atelier.Sdk;

namespace Atelier.Engine.Decisions;

/// <summary>Which expression a decision needs.</summary>
internal enum EvaluationKind
{
    /// <summary>A step's <c>if</c>: bool.</summary>
    If,

    /// <summary>A for_each's items: a list or a handle.</summary>
    Items,

    /// <summary>A for_each's collection name: string.</summary>
    Collection,

    /// <summary>A switch: index of the case, -1 for none.</summary>
    Case,

    /// <summary>A loop's most rounds: int.</summary>
    Max,

    /// <summary>Inputs of an inlined workflow: map.</summary>
    CallInputs,

    /// <summary>An item's value.</summary>
    Yield,

    /// <summary>A round's value.</summary>
    Round,

    /// <summary>A loop's <c>until</c>: bool.</summary>
    Until,

    /// <summary>A round's score: number.</summary>
    Score,

    /// <summary>The value of a branch, group, inlined workflow or run.</summary>
    Result,
}

/// <summary>A question of a decision to the evaluator.</summary>
internal readonly record struct Evaluation(EvaluationKind Kind, StepState Step, ScopeState? Scope);

/// <summary>Its answer: a value or a failure.</summary>
/// <param name="Value">The value.</param>
/// <param name="Json">Its stored form, for questions whose answer is recorded.</param>
/// <param name="Failure">Why there is none.</param>
internal readonly record struct EvaluationAnswer(CelValue? Value, byte[]? Json, StepFailure? Failure);
