using Atelier.Cli.Homes.Views;
using Atelier.Cli.Runs;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Reviews;

namespace Atelier.Cli.Reviews;

/// <summary>Open questions as the store has them.</summary>
internal static class LocalReviews
{
    private const int Page = 500;

    /// <summary>Of one run, or (null) of all, by run, scope and step.</summary>
    public static IReadOnlyList<PersonQuestion> Of(IHomeView home, IRunQueries queries, RunId? run, ActionSet actions)
    {
        var search = new WaitSearch { Run = run, Persons = true, Limit = Page };
        var plans = new Dictionary<RunId, KnownRun>();
        var found = new List<PersonQuestion>();
        while (true)
        {
            var page = queries.FindWaits(search);
            foreach (var wait in page)
            {
                if (!plans.TryGetValue(wait.Run, out var known))
                {
                    plans[wait.Run] = known = KnownRun.Of(home, wait.Run.ToString(), actions);
                }

                if (PersonQuestion.Of(wait, known.Plan) is { } question)
                {
                    found.Add(question);
                }
            }

            if (page.Count < Page)
            {
                return found;
            }

            search = search with { After = (page[^1].Run, page[^1].Wait.Scope, page[^1].Wait.Step) };
        }
    }
}
