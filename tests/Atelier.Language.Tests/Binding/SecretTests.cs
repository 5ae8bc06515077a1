using Atelier.Language.Cel;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;
using Atelier.Language.Tests.Catalog;
using Xunit;

namespace Atelier.Language.Tests.Binding;

public sealed class SecretTests
{
    private const string Text = """
        name: w
        inputs: { token: { type: secret }, url: { type: string } }
        steps:
          - id: call
            uses: http.request
            with:
              url: ${inputs.url}
              headers: { a: "Bearer ${inputs.token}/${secrets.other}", b: "${inputs.token + inputs.token}" }
        """;

    [Fact]
    public void Evaluate_Deferred_KeepsTheTextAsWritten() =>
        Assert.Equal("""{"url":"https://x","headers":{"a":{"$secret":"Bearer ${inputs.token}/${secrets.other}"},"b":{"$secret":"${inputs.token + inputs.token}"}}}""", Evaluate(deferSecrets: true));

    [Fact]
    public void Evaluate_WithSecrets_ReadsTheSecretThatTheInputNames() =>
        Assert.Equal("""{"url":"https://x","headers":{"a":"Bearer s3cret/0ther","b":"s3crets3cret"}}""", Evaluate(deferSecrets: false));

    [Fact]
    public void Compile_SecretOfAnInlinedWorkflow_IsHandedOnByName()
    {
        const string child = "name: c\ninputs: { key: { type: secret } }\nsteps: [{ id: x, uses: core.value, with: { value: \"${inputs.key}\" } }]";
        var plan = Compiling.Plan(
            "name: w\ninputs: { token: { type: secret } }\nsteps:\n  - { id: a, run: c, with: { key: \"${secrets.mine}\" } }\n  - { id: b, run: c, with: { key: \"${inputs.token}\" } }\n  - { id: d, run: c, with: { key: named } }\n",
            (_, _) => new ResolvedWorkflow(child, "child"));
        var given = plan.Body.Steps.Cast<CallPlan>().Select(call => ((Template.Map)call.With).Members.Single().Value).ToArray();
        Assert.Equal("mine", ((CelString)((Template.Constant)given[0]).Value).Value);
        Assert.False(((Template.Single)given[1]).ReadsSecret);
        Assert.Equal("named", ((CelString)((Template.Constant)given[2]).Value).Value);
    }

    private static string Evaluate(bool deferSecrets)
    {
        var step = (ActionStepPlan)Compiling.Plan(Text).Body.Steps[0];
        Assert.True(step.With.HasSecrets);
        var activation = new CelVariables(new Dictionary<string, CelValue>
        {
            ["inputs"] = Map(("url", "https://x"), ("token", "mine")),
            ["secrets"] = Map(("mine", "s3cret"), ("other", "0ther")),
        });
        var result = TemplateEvaluator.Evaluate(step.With, activation, deferSecrets);
        Assert.Null(result.Error);
        Assert.Null(CelJson.ToElement(result.Value!, out var json));
        return json.GetRawText();
    }

    private static CelMap Map(params (string Name, string Value)[] members) =>
        CelMap.Of(members.ToDictionary(member => member.Name, member => (CelValue)new CelString(member.Value)));
}
