namespace Atelier.Workspace;

/// <summary>Codes of refusals about people and schedules, in one place so that none gets two meanings.</summary>
public static class WorkspaceCodes
{
    /// <summary>Name and password do not fit, or the user is disabled: which of them is not said.</summary>
    public const string SignInRefused = "ATL7102";

    /// <summary>Too many tries to sign in; later.</summary>
    public const string SignInThrottled = "ATL7104";

    /// <summary>A password that is too short or too long, or equal to the name.</summary>
    public const string PasswordRefused = "ATL7105";

    /// <summary>The present password is another.</summary>
    public const string PresentPasswordWrong = "ATL7106";

    /// <summary>A name that a user cannot have.</summary>
    public const string UserNameRefused = "ATL7107";

    /// <summary>Another user has the name.</summary>
    public const string UserNameTaken = "ATL7108";

    /// <summary>There is no such user.</summary>
    public const string NoSuchUser = "ATL7109";

    /// <summary>Nobody would be left who may administer.</summary>
    public const string LastAdmin = "ATL7110";

    /// <summary>A token that cannot be made as asked.</summary>
    public const string TokenRefused = "ATL7111";

    /// <summary>There is no such token.</summary>
    public const string NoSuchToken = "ATL7112";

    /// <summary>There is no such session.</summary>
    public const string NoSuchSession = "ATL7113";

    /// <summary>The text of a schedule's times cannot be read.</summary>
    public const string CronRefused = "ATL7401";

    /// <summary>The times of a schedule never come.</summary>
    public const string CronNeverFires = "ATL7402";

    /// <summary>A time zone that this machine does not know.</summary>
    public const string ZoneUnknown = "ATL7403";

    /// <summary>There is no such schedule.</summary>
    public const string NoSuchSchedule = "ATL7404";

    /// <summary>Inputs of a schedule that are no JSON object, or too large.</summary>
    public const string ScheduleRefused = "ATL7405";
}
