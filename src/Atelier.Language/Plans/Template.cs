using System.Collections.Immutable;
using Atelier.Language.Cel;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Plans;

/// <summary>
/// A value with expressions in it. A string that is one expression keeps the expression's type; text around
/// expressions interpolates. A leaf that reads a secret can be left unevaluated: then it becomes
/// <c>{"$secret": "the text as written"}</c>, which is what the store and fingerprints see.
/// </summary>
public abstract record Template
{
    private Template()
    {
    }

    /// <summary>Where it is written.</summary>
    public required SourcePosition Position { get; init; }

    /// <summary>A constant.</summary>
    public sealed record Constant(CelValue Value) : Template;

    /// <summary><c>${ ... }</c> alone.</summary>
    /// <param name="Expression">The expression.</param>
    /// <param name="ReadsSecret">True when it reads <c>secrets</c> or an input of type secret.</param>
    public sealed record Single(PlanExpression Expression, bool ReadsSecret) : Template;

    /// <summary>Text with expressions in it.</summary>
    /// <param name="Parts">In order.</param>
    /// <param name="Text">As written.</param>
    /// <param name="ReadsSecret">True when a part reads a secret.</param>
    public sealed record Interpolated(ImmutableArray<InterpolatedPart> Parts, string Text, bool ReadsSecret) : Template;

    /// <summary>A list.</summary>
    public sealed record List(ImmutableArray<Template> Elements) : Template;

    /// <summary>A map with string keys, in written order.</summary>
    public sealed record Map(ImmutableArray<KeyValuePair<string, Template>> Members) : Template;

    /// <summary>True when any leaf reads a secret.</summary>
    public bool HasSecrets => this switch
    {
        Single single => single.ReadsSecret,
        Interpolated interpolated => interpolated.ReadsSecret,
        List list => list.Elements.Any(static element => element.HasSecrets),
        Map map => map.Members.Any(static member => member.Value.HasSecrets),
        _ => false,
    };
}

/// <summary>Text, or an expression; exactly one is set.</summary>
public readonly record struct InterpolatedPart(string? Text, PlanExpression? Expression);
