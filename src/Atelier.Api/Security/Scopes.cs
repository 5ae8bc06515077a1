namespace Atelier.Api.Security;

/// <summary>Scopes of roles, and their words.</summary>
public static class Scopes
{
    private static readonly (Scope Scope, string Word)[] Words =
        [(Scope.Read, "read"), (Scope.Run, "run"), (Scope.Work, "work"), (Scope.Edit, "edit"), (Scope.Admin, "admin")];

    /// <summary>What a role may do.</summary>
    public static Scope Of(Role role) => role switch
    {
        Role.Viewer => Scope.Read,
        Role.Operator => Scope.Read | Scope.Run | Scope.Work,
        Role.Editor => Scope.Read | Scope.Run | Scope.Work | Scope.Edit,
        Role.Admin => Scope.Read | Scope.Run | Scope.Work | Scope.Edit | Scope.Admin,
        _ => Scope.None,
    };

    /// <summary>Words of a set of scopes, smallest first.</summary>
    public static IReadOnlyList<string> ToWords(Scope scopes) => [.. Words.Where(entry => scopes.HasFlag(entry.Scope)).Select(static entry => entry.Word)];

    /// <summary>The scope of a word; false: there is none of that name.</summary>
    public static bool TryParse(string word, out Scope scope)
    {
        scope = Array.Find(Words, entry => entry.Word == word).Scope;
        return scope != Scope.None;
    }
}
