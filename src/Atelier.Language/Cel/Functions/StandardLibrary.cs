namespace Atelier.Language.Cel.Functions;

/// <summary>Gathers the functions of every family.</summary>
internal sealed class StandardLibrary
{
    private readonly Dictionary<CelFunctions.Signature, CelFunction> _functions = [];

    public static Dictionary<CelFunctions.Signature, CelFunction> Create()
    {
        var library = new StandardLibrary();
        ConversionFunctions.Register(library);
        SizeFunction.Register(library);
        TextFunctions.Register(library);
        TextSlices.Register(library);
        RegexFunctions.Register(library);
        FormatFunction.Register(library);
        TimeFunctions.Register(library);
        OptionalFunctions.Register(library);
        MathFunctions.Register(library);
        BitFunctions.Register(library);
        EncodingFunctions.Register(library);
        AddressFunctions.Register(library);
        AddressRangeFunctions.Register(library);
        return library._functions;
    }

    public void Global(string name, int arity, CelFunction function) => _functions.Add(new(name, arity, false), function);

    public void Receiver(string name, int arity, CelFunction function) => _functions.Add(new(name, arity, true), function);
}
