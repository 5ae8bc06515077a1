using System.Globalization;
using Atelier.Engine.Runs;
using Atelier.Language.Plans;
using Atelier.Sdk.Models;

namespace Atelier.Engine.Spending;

/// <summary>The running account of a run. The deciding thread writes; bodies ask <see cref="Exceeded"/> from theirs.</summary>
internal sealed class SpendingAccount
{
    private readonly SortedDictionary<string, ModelSpending> _models = new(StringComparer.Ordinal);
    private volatile string? _exceeded;
    private decimal? _cost;
    private long? _tokens;

    public SpendingAccount(BudgetPlan? plan, RunOptions options)
    {
        _cost = options.CostLimit ?? plan?.Cost;
        _tokens = options.TokenLimit ?? plan?.Tokens;
        Check();
    }

    /// <summary>A sentence when nothing more may be spent; null: go on.</summary>
    public string? Exceeded => _exceeded;

    public RunSpending Total => new([.. _models.Values], _cost, _tokens);

    public void Restore(RunSpending? spending)
    {
        if (spending is null)
        {
            return;
        }

        foreach (var model in spending.Models)
        {
            _models[model.Model] = model;
        }

        SetLimits(spending.CostLimit, spending.TokenLimit);
    }

    public void Add(IReadOnlyList<Usage> usage)
    {
        foreach (var call in usage)
        {
            var known = _models.GetValueOrDefault(call.Model) ?? new ModelSpending(call.Model, 0, 0, 0, null);
            _models[call.Model] = new ModelSpending(
                call.Model,
                known.Calls + 1,
                known.InputTokens + call.InputTokens,
                known.OutputTokens + call.OutputTokens,
                call.Cost is null && known.Cost is null ? null : (known.Cost ?? 0) + (call.Cost ?? 0));
        }

        Check();
    }

    public void SetLimits(decimal? cost, long? tokens)
    {
        _cost = cost;
        _tokens = tokens;
        Check();
    }

    private void Check()
    {
        if (_cost is null && _tokens is null)
        {
            _exceeded = null;
            return;
        }

        var total = Total;
        _exceeded = total.Cost >= _cost ? string.Create(CultureInfo.InvariantCulture, $"the budget of {_cost:0.####} is spent ({total.Cost:0.####})")
            : total.Tokens >= _tokens ? string.Create(CultureInfo.InvariantCulture, $"the budget of {_tokens} tokens is spent ({total.Tokens})")
            : null;
    }
}
