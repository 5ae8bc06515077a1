using Atelier.Workspace;

namespace Atelier.Server.Problems;

/// <summary>Refusals about people and schedules with the status that says what kind they are of.</summary>
internal static class WorkspaceRefusals
{
    public static Refusal ToProblem(this WorkspaceRefusal refusal) => Refusal.Of(StatusOf(refusal.Code), refusal.Code, refusal.Message, refusal.Remedy);

    private static int StatusOf(string code) => code switch
    {
        WorkspaceCodes.NoSuchUser or WorkspaceCodes.NoSuchToken or WorkspaceCodes.NoSuchSession or WorkspaceCodes.NoSuchSchedule => StatusCodes.Status404NotFound,
        WorkspaceCodes.UserNameTaken or WorkspaceCodes.LastAdmin => StatusCodes.Status409Conflict,
        WorkspaceCodes.PresentPasswordWrong => StatusCodes.Status403Forbidden,
        WorkspaceCodes.SignInThrottled => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
