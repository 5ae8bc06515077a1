namespace Atelier.Language.Dialects.Recipes;

/// <summary>What a parameter takes.</summary>
internal enum ParameterKind
{
    /// <summary>A number within a range.</summary>
    Number,

    /// <summary>An integer within a range.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A text.</summary>
    Text,

    /// <summary>One of some texts.</summary>
    Choice,

    /// <summary>A text or a list of texts.</summary>
    Texts,

    /// <summary>A number of seconds, which becomes a duration.</summary>
    Seconds,

    /// <summary>A duration such as <c>7d</c>.</summary>
    Duration,

    /// <summary>A map.</summary>
    Map,
}

/// <summary>A parameter of a recipe's action.</summary>
/// <param name="Name">As recipes write it.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Field">The field of the canonical step it becomes as it stands; null: the compiler makes something else of it.</param>
internal sealed record RecipeParameter(string Name, ParameterKind Kind, string? Field = null)
{
    /// <summary>The least number; the range holds for numbers and integers.</summary>
    public double Least { get; init; } = double.NegativeInfinity;

    /// <summary>The greatest number.</summary>
    public double Most { get; init; } = double.PositiveInfinity;

    /// <summary>What a choice can be.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
