using Atelier.Api.Approvals;
using Atelier.Api.Paging;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;
using Atelier.Hosting.Reviews;
using Atelier.Sdk;
using Atelier.Server.Workflows;

namespace Atelier.Server.Approvals;

/// <summary>Open questions of all runs, and their answers.</summary>
internal sealed class ApprovalDesk(OwnedHome home, PlanCache plans)
{
    /// <summary>Waits looked at for one page, so that a search for one person's questions among many ends.</summary>
    private const int Scan = 2000;

    /// <summary>A page, oldest run first.</summary>
    /// <param name="run">Only of this run; null: of all.</param>
    /// <param name="assignee">Only those this user is asked, and those that anybody is; null: all.</param>
    /// <param name="after">Where the page begins; null: at the start.</param>
    /// <param name="limit">At most so many.</param>
    public Page<ApprovalResponse> List(RunId? run, string? assignee, ApprovalId? after, int limit)
    {
        var items = new List<ApprovalResponse>();
        (RunId, ScopeId, int)? from = after is null ? null : (after.Run, after.Scope, after.Step);
        string? last = null;
        for (var seen = 0; seen < Scan;)
        {
            var page = home.Queries.FindWaits(new WaitSearch { Run = run, Persons = true, After = from, Limit = limit });
            foreach (var wait in page)
            {
                seen++;
                last = IdOf(wait).ToString();
                if (Of(wait) is { } found && (assignee is null || found.Assignee is null || found.Assignee == assignee))
                {
                    items.Add(found);
                }

                if (items.Count == limit)
                {
                    return new Page<ApprovalResponse> { Items = items, Next = last };
                }
            }

            if (page.Count < limit)
            {
                return new Page<ApprovalResponse> { Items = items };
            }

            from = (page[^1].Run, page[^1].Wait.Scope, page[^1].Wait.Step);
        }

        return new Page<ApprovalResponse> { Items = items, Next = last };
    }

    /// <summary>An open question; null: none of this name is open.</summary>
    public ApprovalResponse? Find(string id) => Wait(id) is { } wait ? Of(wait) : null;

    /// <summary>Answers a question. Null: none of this name is open; false: somebody was quicker.</summary>
    public async Task<bool?> DecideAsync(string id, DecideRequest request, string by, CancellationToken cancellationToken)
    {
        if (Wait(id) is not { } wait || QuestionOf(wait) is not { } question)
        {
            return null;
        }

        var answer = question.Answer(request.Verdict, request.Value, request.Note, by);
        var reply = await home.AskAsync(new OwnerRequest.Signal(question.Run.ToString(), question.Signal, question.Key, question.AnswerId, answer), cancellationToken).ConfigureAwait(false);
        return reply.Done;
    }

    private static ApprovalId IdOf(OpenWait wait) => new(wait.Run, wait.Wait.Scope, wait.Wait.Step, wait.Wait.Drive);

    private OpenWait? Wait(string id)
    {
        if (ApprovalId.Parse(id) is not { } known)
        {
            return null;
        }

        // The one after the place just before it.
        var before = known.Step == 0 ? (known.Run, new ScopeId(known.Scope.Value - 1), int.MaxValue) : (known.Run, known.Scope, known.Step - 1);
        return home.Queries.FindWaits(new WaitSearch { Run = known.Run, Persons = true, After = before, Limit = 1 }) is [var wait] && IdOf(wait) == known ? wait : null;
    }

    private PersonQuestion? QuestionOf(OpenWait wait) =>
        home.Queries.FindRun(wait.Run) is { } row && plans.Find(row.WorkflowDigest) is { } known ? PersonQuestion.Of(wait, known.Plan) : null;

    private ApprovalResponse? Of(OpenWait wait) => QuestionOf(wait) is not { } question ? null : new ApprovalResponse
    {
        Id = IdOf(wait).ToString(),
        Run = question.Run.ToString(),
        Workflow = home.Queries.FindRun(wait.Run)!.WorkflowName,
        Step = question.Step,
        Key = question.Key,
        Kind = question.Kind,
        Question = question.Text,
        Path = question.Path,
        Value = question.Value,
        Schema = question.Form,
        Pictures = question.Image is { } image ? [new PictureReference { Digest = image.Digest, Name = image.Name, MediaType = image.MediaType }] : [],
        Assignee = question.Assignee,
        Due = question.Due is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null,
        Default = question.Default,
        Opened = DateTimeOffset.FromUnixTimeMilliseconds(question.Opened),
    };
}
