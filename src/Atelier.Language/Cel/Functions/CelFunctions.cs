namespace Atelier.Language.Cel.Functions;

/// <summary>The functions that expressions may call, by name, number of arguments and style. Immutable.</summary>
public sealed class CelFunctions
{
    /// <summary>As an arity: any number of arguments.</summary>
    public const int AnyArity = -1;

    private readonly Dictionary<Signature, CelFunction> _functions;
    private readonly HashSet<string> _namespaced;

    private CelFunctions(Dictionary<Signature, CelFunction> functions)
    {
        _functions = functions;
        _namespaced = [.. functions.Keys.Where(key => !key.IsReceiver && key.Name.Contains('.', StringComparison.Ordinal)).Select(key => key.Name)];
    }

    /// <summary>The functions of the standard and of the strings, math, encoders, optional and network extensions.</summary>
    public static CelFunctions Standard { get; } = new(StandardLibrary.Create());

    /// <summary>All names, sorted: for proposals.</summary>
    public IReadOnlyList<string> Names => [.. _functions.Keys.Select(key => key.Name).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The same functions and one more, which replaces one of the same name, arity and style.</summary>
    /// <param name="name">A name, with dots for namespaces (<c>text.wrap</c>).</param>
    /// <param name="arity">How many arguments it takes, without the receiver; <see cref="AnyArity"/> for any number.</param>
    /// <param name="function">What it does.</param>
    /// <param name="isReceiver">True for <c>x.f()</c>, false for <c>f(x)</c>.</param>
    public CelFunctions With(string name, int arity, CelFunction function, bool isReceiver = false) =>
        new(new(_functions) { [new Signature(name, arity, isReceiver)] = function });

    internal CelFunction? Find(string name, int arity, bool isReceiver) =>
        _functions.GetValueOrDefault(new Signature(name, arity, isReceiver)) ?? _functions.GetValueOrDefault(new Signature(name, AnyArity, isReceiver));

    internal bool HasNamespaced(string name) => _namespaced.Contains(name);

    internal readonly record struct Signature(string Name, int Arity, bool IsReceiver);
}
