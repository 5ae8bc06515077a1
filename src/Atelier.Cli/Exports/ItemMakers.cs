using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Cli.Exports;

/// <summary>
/// What made each item: <c>made_by</c> of the steps of its body (not of loops inside it), each once. Items are asked for in source order, as they are exported, so the outcomes of a
/// run are read over once and never held.
/// </summary>
internal sealed class ItemMakers(IRunQueries queries, RunId run)
{
    private const int PageOutcomes = 1000;
    private IReadOnlyList<StepEnded> _page = [];
    private int _at;
    private int _block = -1;

    /// <summary>Such as <c>vision.classify@1 (demo:clip@1f3a90c2d4e5)</c>, in the order of the steps.</summary>
    public IReadOnlyList<string> Of(int block, long ordinal)
    {
        var scope = ScopeId.Of(block, ordinal);
        if (block != _block)
        {
            (_block, _at) = (block, 0);
            _page = Next((ScopeId.Of(block, 0), -1, -1));
        }

        var makers = new List<string>();
        while (_at < _page.Count && _page[_at].Scope.Value <= scope.Value)
        {
            var ended = _page[_at];
            if (ended.Scope == scope && ended.Step >= 0 && OutcomeDetail.FromJson(ended.Detail)?.MadeBy is { } maker && !makers.Contains(maker))
            {
                makers.Add(maker);
            }

            if (++_at == _page.Count)
            {
                (_page, _at) = (Next((ended.Scope, ended.Step, ended.Drive)), 0);
            }
        }

        return makers;
    }

    /// <summary>The models and formulas alone: what stands in brackets behind the actions.</summary>
    public static IEnumerable<string> Models(IEnumerable<string> makers) =>
        makers.Where(static maker => maker.EndsWith(')') && maker.Contains(" (", StringComparison.Ordinal))
            .SelectMany(static maker => maker[(maker.IndexOf(" (", StringComparison.Ordinal) + 2)..^1].Split(", ")).Distinct(StringComparer.Ordinal);

    private IReadOnlyList<StepEnded> Next((ScopeId Scope, int Step, int Drive) after) =>
        queries.ListOutcomes(run, new OutcomeFilter { After = after, Limit = PageOutcomes });
}
