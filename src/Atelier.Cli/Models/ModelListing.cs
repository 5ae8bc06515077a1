using Atelier.Api.Models;
using Atelier.Cli.Servers.Rows;
using Atelier.Models.Memory;
using Atelier.Models.Runtime;

namespace Atelier.Cli.Models;

/// <summary>The models of a home, and what is in memory.</summary>
/// <param name="Models">As registered.</param>
/// <param name="Live">What the process that owns the home has in memory; null: nobody owns it now.</param>
/// <param name="Mistakes">In the registry.</param>
internal sealed record ModelListing(IReadOnlyList<ListedModel> Models, MemorySnapshot? Live, IReadOnlyList<ModelProblem> Mistakes)
{
    public static async Task<ModelListing> OfAsync(Invocation invocation)
    {
        if (invocation.IsRemote)
        {
            var models = invocation.Server.Get<ModelsResponse>("models");
            return new ModelListing([.. models.Models.Select(ListedModel.Of).OfType<ListedModel>()], MemoryRows.Of(models), models.Mistakes);
        }

        await using var runtime = LocalModels.Open(invocation);
        var registered = await RegisteredModels.AllAsync(runtime, invocation.Interrupted).ConfigureAwait(false);
        var live = await LocalModels.LiveAsync(invocation).ConfigureAwait(false);
        return new ModelListing(
            [.. registered.Select(ListedModel.Of)],
            live,
            [.. runtime.Registry.Current.Mistakes.Select(static mistake => new ModelProblem { Code = mistake.Code, Message = mistake.ToString() })]);
    }
}
