using System.Text.Json;
using Atelier.Actions.Images;
using Atelier.Actions.Llm.Chat;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Vision.Selection;

/// <summary><c>vision.select_best</c>: the best picture of each group, and why; see <see cref="CandidateRanking"/>.</summary>
internal sealed class SelectBestAction(ChatModels models) : StepAction<SelectBestInput, SelectBestOutput>
{
    public override ActionMetadata Metadata { get; } = new("vision.select_best", 1, ReuseClass.Sampled, "Chooses the best picture of each group and says why.")
    {
        Metered = true,
        Start = StartRecord.Unawaited,
        Example = """
            - id: best
              uses: vision.select_best
              with: { items: "${enrich.items}", groups: "${bursts.groups}", weights: { technical: 2, aesthetic: 1 } }
            """,
    };

    protected override string? Endpoint(SelectBestInput input) => models.Origin(input.Model, null);

    protected override string? Affinity(SelectBestInput input) => input.Model;

    protected override ValueTask<IReadOnlyDictionary<string, string>> FingerprintPartsAsync(SelectBestInput input, ActionContext context, CancellationToken cancellationToken) =>
        context.ModelDigestsAsync([input.Model], cancellationToken);

    protected override async ValueTask<ActionResult<SelectBestOutput>> ExecuteAsync(SelectBestInput input, ActionContext context, CancellationToken cancellationToken)
    {
        context.NoteMaker(ModelCalls.Classic);
        var candidates = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        await foreach (var row in context.ReadRowsAsync(input.Items, cancellationToken).ConfigureAwait(false))
        {
            if (row.Value.ValueKind == JsonValueKind.Object)
            {
                var key = input.Items.IsHandle ? row.Key : RowFields.Text(row.Value, "key") ?? row.Key;
                candidates[key] = new Candidate(key, Number(row.Value, input.Technical), Number(row.Value, input.Aesthetic), PictureOf(row.Value, input.Image));
            }
        }

        if (!(await GivenGroupsAsync(input, context, cancellationToken).ConfigureAwait(false)).TryGet(out var given, out var broken))
        {
            return broken;
        }

        var groups = new List<GroupChoice>();
        foreach (var (name, members) in Groups(given.Groups, candidates))
        {
            if (!(await ChooseAsync(input, name, members, context, cancellationToken).ConfigureAwait(false)).TryGet(out var choice, out var failure))
            {
                return failure;
            }

            groups.Add(choice);
        }

        if (groups.Count == 0)
        {
            return new ActionResult<SelectBestOutput>.Empty(new SelectBestOutput(null, null, "There are no candidates.", [], [], candidates.Count));
        }

        var best = groups.OrderByDescending(group => group.Score).ThenBy(group => group.Best, StringComparer.Ordinal).First();
        return new SelectBestOutput(best.Best, best.Score, best.Explanation, [.. groups.SelectMany(group => group.Selected)], groups, candidates.Count);
    }

    private async ValueTask<ModelAnswer<GroupChoice>> ChooseAsync(
        SelectBestInput input, string name, IReadOnlyList<Candidate> members, ActionContext context, CancellationToken cancellationToken)
    {
        string? remark = null;
        var shown = CandidateRanking.ByScores(members, input.Weights).Where(static candidate => candidate.Picture is not null).Take(input.Compare).ToList();
        if (input.Model is not null && input.Weights.Comparison > 0 && shown.Count > 1)
        {
            if (!(await Comparison.AskAsync(models, input.Model, input.Prompt, shown, context, cancellationToken).ConfigureAwait(false)).TryGet(out var compared, out var failure))
            {
                return failure;
            }

            remark = compared.Remark;
            members = [.. compared.Candidates, .. members.Except(shown)];
        }
        else if (input.Model is not null && input.Weights.Comparison > 0 && members.Count > 1)
        {
            remark = $"`{input.Model}` compared nothing: fewer than two candidates have a picture at `{input.Image}`.";
        }

        return CandidateRanking.Choose(name, members, input.Weights, input.Keep, remark);
    }

    /// <summary>The groups as a list; null: all candidates are one.</summary>
    private static async ValueTask<ModelAnswer<CandidateGroups>> GivenGroupsAsync(SelectBestInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (input.Grouping is not { } held)
        {
            return new CandidateGroups(input.Groups);
        }

        var whole = await HeldValue.ReadAsync(held, context, cancellationToken).ConfigureAwait(false);
        return ActionJson.TryRead<CandidateGroups>(whole, out var grouping, out _) && grouping.Groups is not null
            ? grouping
            : StepFailure.Permanent(ActionCodes.BadInput, "`grouping` is not what vision.group yields");
    }

    private static IEnumerable<(string Name, IReadOnlyList<Candidate> Members)> Groups(IReadOnlyList<CandidateGroup>? groups, Dictionary<string, Candidate> candidates)
    {
        if (groups is null)
        {
            return candidates.Count == 0 ? [] : [(candidates.Keys.Min(StringComparer.Ordinal)!, [.. candidates.Values])];
        }

        return groups
            .Select(group => (group.Key, (IReadOnlyList<Candidate>)[.. group.Members.Distinct().Where(candidates.ContainsKey).Select(key => candidates[key])]))
            .Where(static group => group.Item2.Count > 0);
    }

    private static double? Number(JsonElement value, string path) =>
        RowFields.Find(value, path) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static Artifact? PictureOf(JsonElement value, string path) =>
        (RowFields.Find(value, path) ?? value) is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty("$artifact", out _)
        && ActionJson.TryRead<Artifact>(found, out var artifact, out _) ? artifact : null;
}
