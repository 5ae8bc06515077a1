using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Syntax;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel;

/// <summary>An expression, read once and evaluated any number of times by any number of threads.</summary>
public sealed class CelExpression
{
    /// <summary>The longest text of an expression, in UTF-16 units.</summary>
    public const int MaxLength = 10_000;

    private readonly EvaluationNode _root;
    private readonly CelOptions _options;
    private readonly int _locals;

    private CelExpression(string text, CelOptions options, EvaluationNode root, Compiler compiler)
    {
        (Text, _options, _root, _locals) = (text, options, root, compiler.Slots);
        References = compiler.References;
        Functions = compiler.Functions;
    }

    /// <summary>What was read.</summary>
    public string Text { get; }

    /// <summary>The free names in the order of the text; variables of macros are not free.</summary>
    public IReadOnlyList<CelReference> References { get; }

    /// <summary>The calls of functions; macros such as <c>map</c> and <c>has</c> are none.</summary>
    public IReadOnlyList<CelFunctionUse> Functions { get; }

    /// <summary>Reads an expression. Reading stops at the first mistake.</summary>
    public static CelParseResult Parse(string text, CelOptions options)
    {
        if (text.Length > MaxLength)
        {
            return new(null, [new(CelCodes.TooLong, $"the expression has {text.Length} characters; at most {MaxLength} are allowed", 0, text.Length)]);
        }

        try
        {
            var compiler = new Compiler(text, options);
            var root = compiler.Compile(Parser.Parse(text), null);
            return new(new CelExpression(text, options, root, compiler), []);
        }
        catch (SyntaxException exception)
        {
            return new(null, [exception.Error]);
        }
    }

    /// <summary>
    /// The offset of the <c>}</c> that closes a <c>${</c> whose expression starts at <paramref name="start"/>, or -1 when nothing closes it. Braces
    /// in strings, comments and maps do not count.
    /// </summary>
    public static int FindEnd(string text, int start) => TemplateScanner.FindEnd(text, start);

    /// <summary>Evaluates the expression; never throws unless the activation does.</summary>
    public CelResult Evaluate(ICelActivation activation)
    {
        var context = new CelContext(activation, _options, _locals);
        var value = _root.Evaluate(context);
        return CelResult.From(context.Fatal ?? value);
    }

    /// <summary>Whether a function is called, by its name with its namespace.</summary>
    public bool UsesFunction(string name) => Functions.Any(use => use.Name == name);
}
