namespace Atelier.Language.Cel.Evaluation;

/// <summary>The variables of the comprehensions around a part of an expression, innermost first.</summary>
internal sealed record Scope(string Name, int Slot, Scope? Outer)
{
    public static int? Find(Scope? scope, string name)
    {
        for (; scope is not null; scope = scope.Outer)
        {
            if (scope.Name == name)
            {
                return scope.Slot;
            }
        }

        return null;
    }
}
