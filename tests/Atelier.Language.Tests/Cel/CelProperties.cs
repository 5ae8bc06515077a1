using System.Text;
using System.Text.Json;
using Atelier.Language.Cel;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Language.Tests.Cel;

public sealed class CelProperties
{
    private static readonly string[] Pieces =
    [
        "a", "b.c", "x", "1", "2u", "3.5", "-1", "9223372036854775807", "0x10", "'s'", "\"t\"", "r'\\d'", "b'z'", "'''m'''", "true", "null", "[", "]", "{", "}", "(", ")", ",", ":", "?", ".",
        "+", "-", "*", "/", "%", "!", "<", "<=", ">", "==", "!=", "&&", "||", " in ", ".?", "[?", ".map(x, ", ".filter(x, ", ".all(x, ", ".exists(i, v, ", "has(", "size(", ".size()", "type(",
        "int(", "string(", "timestamp(", "duration(", ".matches(", ".format([", "optional.of(", "optional.none()", ".orValue(", ".optMap(x, ", "math.greatest(", "cel.bind(x, ", "//", "\n", "'", "`", "\\", "\ud83d\ude00",
    ];

    private static readonly CelVariables Variables = new(new Dictionary<string, CelValue>
    {
        ["a"] = Evaluating.Json("""{"k": [1, 2.5, "x", null, {"d": true}]}"""),
        ["b"] = Evaluating.Json("""{"c": "text"}"""),
        ["x"] = CelInt.Of(3),
    });

    private static readonly Gen<CelValue> Values = Gen.Sized(size => ValueOf(Math.Min(size, 4)));

    [Fact]
    public void Parse_RandomText_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => IsDecent(text ?? string.Empty)).Check(Config.QuickThrowOnFailure.WithMaxTest(3_000));

    [Fact]
    public void Parse_RandomPieces_NeverThrows() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat).ToArbitrary(), IsDecent).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void Parse_DamagedExpressions_NeverThrows()
    {
        const string sound = "{'k': a.k[0] > 7.0 && size(b.c) > 0 ? [1, 2].map(x, x * 2) : optional.of('%d'.format([3])).?y.orValue(timestamp('2026-01-01T00:00:00Z'))}";
        var damaged = from at in Gen.Choose(0, sound.Length - 1)
                      from length in Gen.Choose(0, 6)
                      from piece in Gen.Elements(Pieces)
                      select sound[..at] + piece + sound[Math.Min(sound.Length, at + length)..];
        Prop.ForAll(damaged.ToArbitrary(), IsDecent).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    [Fact]
    public void FindEnd_SoundExpression_EndsWhereItEnds() =>
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(Pieces)).Select(string.Concat).ToArbitrary(), text =>
            !CelExpression.Parse(text, CelOptions.Strict).IsValid
            || text.Contains("//", StringComparison.Ordinal)
            || CelExpression.FindEnd(text + "} tail", 0) == text.Length).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void Json_WriteThenRead_GivesAnEqualValue() =>
        Prop.ForAll(Values.ToArbitrary(), value => CelValue.CelEquals(value, CelJson.Read(Encoding.UTF8.GetBytes(Evaluating.Plain(value)))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Json_CanonicalForm_IsAFixedPointAndIgnoresOrder() =>
        Prop.ForAll(Values.ToArbitrary(), value =>
        {
            var canonical = Evaluating.Canonical(value);
            return canonical == Evaluating.Canonical(Evaluating.Json(canonical)) && canonical == Evaluating.Canonical(Reversed(value));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Typed_WriteThenRead_GivesTheSameValue() =>
        Prop.ForAll(Values.ToArbitrary(), value =>
        {
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream))
            {
                Assert.Null(CelTyped.Write(value, writer));
            }

            return ExactValue.Same(value, CelTyped.Read(JsonDocument.Parse(stream.ToArray()).RootElement));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Numbers_TextForm_ReadsBackExactly() =>
        Prop.ForAll(ArbMap.Default.ArbFor<long>(), bits =>
        {
            var number = BitConverter.Int64BitsToDouble(bits);
            return !double.IsFinite(number) || double.Parse(new CelDouble(number).ToString()).Equals(number == 0 ? 0.0 : number);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Fact]
    public void Equality_Values_IsReflexiveAndAgreesWithHashes() =>
        Prop.ForAll(Values.ToArbitrary(), Values.ToArbitrary(), (left, right) =>
            CelValue.CelEquals(left, left) && CelValue.CelEquals(left, right) == CelValue.CelEquals(right, left)
            && (!left.Equals(right) || left.GetHashCode() == right.GetHashCode())).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    /// <summary>Parses and evaluates: mistakes must be data with a place inside the text.</summary>
    private static bool IsDecent(string text)
    {
        var parsed = CelExpression.Parse(text, CelOptions.Mixed);
        CelExpression.FindEnd(text, 0);
        if (!parsed.IsValid)
        {
            return parsed.Errors.All(error => error.Offset >= 0 && error.Offset + error.Length <= text.Length && error.Length >= 0 && error.Message.Length > 0);
        }

        var result = parsed.Expression.Evaluate(Variables);
        return parsed.Expression.References.All(reference => reference.Offset >= 0 && reference.Offset + reference.Length <= text.Length)
            && (result.IsValue || (result.Error.Message.Length > 0 && result.Error.Offset >= -1 && result.Error.Offset < text.Length));
    }

    private static Gen<CelValue> ValueOf(int depth)
    {
        var text = ArbMap.Default.GeneratorFor<string>().Select(value => new string([.. (value ?? string.Empty).Where(unit => !char.IsSurrogate(unit))]));
        var scalars = new List<Gen<CelValue>>
        {
            Gen.Constant((CelValue)CelNull.Instance),
            ArbMap.Default.GeneratorFor<bool>().Select(value => (CelValue)CelBool.Of(value)),
            ArbMap.Default.GeneratorFor<int>().Select(value => (CelValue)CelInt.Of(value)),
            ArbMap.Default.GeneratorFor<long>().Select(value => (CelValue)CelInt.Of(value)),
            ArbMap.Default.GeneratorFor<ulong>().Select(value => (CelValue)new CelUint(value)),
            ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(value => (CelValue)new CelDouble(value == 0 ? 0 : value)),
            text.Select(value => (CelValue)new CelString(value + "é😀")),
        };
        if (depth == 0)
        {
            return Gen.OneOf(scalars);
        }

        scalars.Add(Gen.ArrayOf(ValueOf(depth - 1), 3).Select(values => (CelValue)CelList.Of(values)));
        scalars.Add(Gen.ArrayOf(Gen.Zip(text, ValueOf(depth - 1)), 3).Select(pairs =>
            (CelValue)CelMap.Of(pairs.Select(pair => new KeyValuePair<CelValue, CelValue>(new CelString(pair.Item1), pair.Item2)))));
        return Gen.OneOf(scalars);
    }

    private static CelValue Reversed(CelValue value) => value switch
    {
        CelList list => CelList.Of([.. list.Select(Reversed)]),
        CelMap map => CelMap.Of(map.Reverse().Select(entry => new KeyValuePair<CelValue, CelValue>(entry.Key, Reversed(entry.Value)))),
        _ => value,
    };
}
