using Atelier.Language.Plans;
using Atelier.Language.Tests.Catalog;
using Xunit;

namespace Atelier.Language.Tests.Plans;

public sealed class WorkflowPlanTests
{
    private const string Enrichment = """
        name: wikiart-enrichment
        inputs:
          folder: { type: path, default: ./paintings }
        steps:
          - id: find
            uses: files.list
            with: { path: "${inputs.folder}", match: "**/*.{jpg,png}" }
          - id: enrich
            for_each: ${find}
            collection: paintings
            as: painting
            on_duplicate: first
            parallel: 8
            on_item_failure: quarantine
            tolerate: 5%
            yield: { caption: "${describe.text}", score: "${refine.score.technical}" }
            steps:
              - id: small
                uses: images.convert
                with: { image: "${painting}", width: 244, height: 244, format: png }
              - id: describe
                uses: llm.chat
                with: { model: describer, images: ["${small.image}"], prompt: Describe this painting. }
                queue: gpu
                timeout: 2m
                retry: { attempts: 5, backoff: exponential, delay: 1s, max_delay: 1m, on: [transient] }
              - id: refine
                repeat: { until: "${score.technical > 7.0}", max: 4, on_exhausted: { keep_best: "${score.technical}" } }
                steps:
                  - id: score
                    uses: images.quality
                    with: { image: "${small.image}" }
          - id: review
            if: ${enrich.failed > 0}
            uses: people.approve
        on_failure:
          - id: tell
            uses: core.log
            with: { message: "failed: ${error.message}" }
        finally:
          - id: done
            uses: core.log
            with: { message: "ended" }
        outputs: { failed: "${enrich.failed}" }
        """;

    [Fact]
    public void Compile_WholeExample_GivesEveryStepOnce()
    {
        var plan = Compiling.Plan(Enrichment);
        Assert.Equal(["find", "enrich", "review", "enrich/small", "enrich/describe", "enrich/refine", "enrich/refine/score", "on_failure/tell", "finally/done"], plan.Steps.Select(step => step.Path));
        Assert.Equal(Enumerable.Range(0, plan.Steps.Length), plan.Steps.Select(step => step.Index));
        Assert.Equal(Enumerable.Range(0, plan.Sequences.Length), plan.Sequences.Select(sequence => sequence.Index));
    }

    [Fact]
    public void Compile_ForEach_KeepsItsKeys()
    {
        var block = Assert.IsType<ForEachPlan>(Compiling.Plan(Enrichment).Body.Steps[1]);
        Assert.Equal("painting", block.As);
        Assert.Equal(8, block.Parallel);
        Assert.Equal(DuplicateKeys.First, block.OnDuplicate);
        Assert.Equal(ItemFailurePolicy.Quarantine, block.OnItemFailure);
        Assert.Equal(0.05, block.Tolerate!.Value.Share!.Value, 6);
        Assert.IsType<Template.Single>(block.Items);
        Assert.IsType<Template.Map>(block.Yield);
    }

    [Fact]
    public void Compile_StepsWithoutNeeds_NeedTheStepBefore()
    {
        var body = Compiling.Plan(Enrichment).Body;
        Assert.Equal([[], [0], [1]], body.Steps.Select(step => step.Needs.ToArray()));
        Assert.Equal([[1], [2], []], body.Dependants.Select(slots => slots.ToArray()));
    }

    [Fact]
    public void Compile_EqualTexts_GiveEqualDigests() =>
        Assert.Equal(Compiling.Plan(Enrichment).Digest, Compiling.Plan(Enrichment).Digest);

    [Fact]
    public void Compile_ReadingAStepThatIsNoNeed_ProposesNeeds()
    {
        var mistake = Compiling.Mistake("""
            name: w
            steps:
              - id: a
                uses: core.value
                with: { value: 1 }
              - id: b
                needs: []
                uses: core.value
                with: { value: "${a}" }
            """);
        Assert.Equal("workflow.yaml:9:23: error ATL1211: `b` reads `a` but does not wait for it. Write `needs: [a]` on `b`.", mistake.ToString());
    }

    [Fact]
    public void Compile_Undo_FollowsTheSlotsOfTheSteps()
    {
        var plan = Compiling.Plan("""
            name: w
            steps:
              - id: a
                uses: files.write
                with: { path: a.txt }
                undo: { uses: core.log, with: { message: "${a.path}" } }
              - id: b
                uses: core.value
                with: { value: 1 }
            """);
        var undo = Assert.Single(plan.Body.Undos);
        Assert.Equal(2, undo.Slot);
        Assert.Equal("a/undo", undo.Path);
        Assert.Same(undo, plan.Steps[undo.Index]);
        Assert.Same(undo, ((ActionStepPlan)plan.Body.Steps[0]).Undo);
    }
}
