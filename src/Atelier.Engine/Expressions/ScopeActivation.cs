using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Language;
using Atelier.Language.Cel;
using Atelier.Language.Cel.Values;

namespace Atelier.Engine.Expressions;

/// <summary>What names stand for in a scope: its steps, its item or round, then the same of the scopes around it.</summary>
internal sealed class ScopeActivation(RunValues values, ScopeState scope, CelValue? secrets = null) : ICelActivation
{
    /// <inheritdoc />
    public bool TryResolve(string name, out CelValue value)
    {
        for (var current = scope; current is not null; current = current.Parent)
        {
            if (current.Sequence.Slots.TryGetValue(name, out var slot))
            {
                value = values.OfStep(current.Step(slot));
                return true;
            }

            if (values.OfScope(current, name) is { } own)
            {
                value = own;
                return true;
            }

            if (current.Sequence.Isolated)
            {
                break;
            }
        }

        switch (name)
        {
            case "inputs":
                value = values.Inputs;
                return true;
            case "run":
                value = values.Run;
                return true;
            case WorkflowExpressions.NowName:
                value = values.Now;
                return true;
            case "secrets" when secrets is not null:
                value = secrets;
                return true;
            default:
                value = CelNull.Instance;
                return false;
        }
    }
}

/// <summary>A scope with one more name: an item that has no scope yet.</summary>
internal sealed class ItemActivation(ICelActivation around, string name, CelValue item) : ICelActivation
{
    /// <inheritdoc />
    public bool TryResolve(string asked, out CelValue value)
    {
        if (asked == name)
        {
            value = item;
            return true;
        }

        return around.TryResolve(asked, out value);
    }
}
