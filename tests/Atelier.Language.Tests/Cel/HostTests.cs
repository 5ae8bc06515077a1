using Atelier.Language.Cel;
using Atelier.Language.Cel.Functions;
using Atelier.Language.Cel.Values;
using Xunit;

namespace Atelier.Language.Tests.Cel;

/// <summary>What a host may bring: functions, absent values, lists and maps of its own.</summary>
public sealed class HostTests
{
    private static readonly CelErrorValue Skipped = CelErrorValue.Absent("step `score` was skipped");

    [Theory]
    [InlineData("score")]
    [InlineData("score.technical")]
    [InlineData("score.technical > 7")]
    [InlineData("[score]")]
    [InlineData("score == null")]
    [InlineData("type(score)")]
    [InlineData("steps.score.technical")]
    [InlineData("size(steps.score)")]
    public void Evaluate_AbsentValueRead_IsItsError(string text)
    {
        var error = Evaluating.Error(text, null, ("score", Skipped), ("steps", new OneStep(Skipped)));
        Assert.Equal((CelCodes.Unavailable, "step `score` was skipped"), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("has(score.technical)", "false")]
    [InlineData("has(score.deep.technical)", "false")]
    [InlineData("has(steps.score)", "false")]
    [InlineData("'score' in steps", "false")]
    [InlineData("score.?technical.orValue(1)", "1")]
    [InlineData("score.?deep.technical.hasValue()", "false")]
    [InlineData("score[?'technical'].hasValue()", "false")]
    [InlineData("steps.?score.technical.orValue(2)", "2")]
    [InlineData("steps.score.?technical.orValue(3)", "3")]
    [InlineData("has(score.technical) && score.technical > 7", "false")]
    public void Evaluate_AbsentValueAskedFor_IsAbsent(string text, string expected) =>
        Assert.Equal(expected, Evaluating.Value(text, null, ("score", Skipped), ("steps", new OneStep(Skipped))).ToString());

    [Fact]
    public void Evaluate_ErrorValueThatIsNotAbsent_StaysAnErrorWhenAskedFor()
    {
        var broken = new CelErrorValue("ATL1332", "the store is gone");
        Assert.Equal("the store is gone", Evaluating.Error("score.?technical", null, ("score", broken)).Message);
        Assert.Equal("the store is gone", Evaluating.Error("has(score.technical)", null, ("score", broken)).Message);
    }

    [Fact]
    public void Evaluate_OwnFunction_IsCalledAndChecked()
    {
        var options = CelOptions.Strict with
        {
            Functions = CelFunctions.Standard
                .With("now", 0, (_, _) => CelTimestamp.From(DateTimeOffset.UnixEpoch))
                .With("shout", 0, (arguments, _) => arguments[0] is CelString text ? new CelString(text.Value + "!") : null, isReceiver: true)
                .With("text.width", 1, (arguments, _) => arguments[0] is CelString text ? CelInt.Of(text.Value.Length) : null),
        };
        Assert.Equal("1970-01-01T00:00:00Z", Evaluating.Value("now()", options).ToString());
        Assert.Equal("a!", Evaluating.Value("'a'.shout()", options).ToString());
        Assert.Equal("3", Evaluating.Value("text.width('abc')", options).ToString());
        Assert.Equal("no such overload: shout(int)", Evaluating.Error("1.shout()", options).Message);
        Assert.Equal(CelCodes.UnknownFunction, Evaluating.Error("now()").Code);
    }

    [Fact]
    public void Evaluate_LargeList_ReadsOnlyWhatIsAsked()
    {
        var list = new Counting(1_000_000);
        Assert.Equal("1000000", Evaluating.Value("size(items)", null, ("items", list)).ToString());
        Assert.Equal("999999", Evaluating.Value("items[999999]", null, ("items", list)).ToString());
        Assert.Equal("true", Evaluating.Value("items.exists(i, i == 2)", null, ("items", list)).ToString());
        Assert.Equal(4, list.Reads);
    }

    [Theory]
    [InlineData("items.map(i, i)")]
    [InlineData("items.all(i, true) || true")]
    [InlineData("3 in items")]
    [InlineData("items + [1]")]
    [InlineData("items == items.filter(i, true)")]
    [InlineData("[items] == [items2]")]
    public void Evaluate_ListThatMayNotBeWalked_IsItsError(string text)
    {
        var refused = new CelErrorValue("ATL1332", "more than 10,000 items");
        var list = new Counting(20_000) { Refusal = refused };
        if (text.Contains("||", StringComparison.Ordinal))
        {
            Assert.Equal(CelBool.True, Evaluating.Value(text, null, ("items", list)));
            return;
        }

        var error = Evaluating.Error(text, null, ("items", list), ("items2", new Counting(20_000) { Refusal = refused }));
        Assert.Equal("more than 10,000 items", error.Message);
    }

    [Fact]
    public async Task Evaluate_ManyThreads_ShareOneExpression()
    {
        var expression = Evaluating.Parsed("xs.map(x, x * n).filter(y, y > n).size()");
        var results = await Task.WhenAll(Enumerable.Range(1, 8).Select(n => Task.Run(() => Enumerable.Range(0, 2_000).All(_ =>
        {
            var values = new CelVariables(new Dictionary<string, CelValue> { ["xs"] = CelList.Of([.. Enumerable.Range(1, n).Select(x => CelInt.Of(x))]), ["n"] = CelInt.Of(n) });
            return expression.Evaluate(values).Value!.ToString() == (n - 1).ToString();
        }))));
        Assert.All(results, Assert.True);
    }

    private sealed class OneStep(CelValue output) : CelMap
    {
        public override int Count => 1;

        public override bool TryGet(string key, out CelValue value)
        {
            value = output;
            return key == "score";
        }

        public override IEnumerator<KeyValuePair<CelValue, CelValue>> GetEnumerator()
        {
            yield return new(new CelString("score"), output);
        }
    }

    private sealed class Counting(int count) : CelList
    {
        public int Reads { get; private set; }

        public CelErrorValue? Refusal { get; init; }

        public override int Count => count;

        public override CelErrorValue? EnumerationError => Refusal;

        public override CelValue this[int index]
        {
            get
            {
                Reads++;
                return CelInt.Of(index);
            }
        }
    }
}
