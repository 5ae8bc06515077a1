using Atelier.Actions.Containers;
using Atelier.Actions.Core;
using Atelier.Actions.Data;
using Atelier.Actions.Embeddings;
using Atelier.Actions.Files;
using Atelier.Actions.Http;
using Atelier.Actions.Images;
using Atelier.Actions.Llm;
using Atelier.Actions.Llm.Chat;
using Atelier.Actions.Llm.Servers;
using Atelier.Actions.People;
using Atelier.Actions.Processes;
using Atelier.Actions.Recipes;
using Atelier.Actions.Vision;
using Atelier.Actions.Workers;
using Atelier.Sdk;

namespace Atelier.Actions;

/// <summary>Every action that comes with the product.</summary>
public static class BuiltInActions
{
    /// <summary>Makes them, in order of family and name; cheap: descriptors are built on first use. Without <see cref="ActionServices.Media"/> there are no <c>images.*</c> and no <c>vision.*</c>.</summary>
    public static IReadOnlyList<IAction> All(ActionServices services)
    {
        // Shared by all that ask servers: connections, rate limits, and what was learned of each.
        var servers = new LlmServers(services.Outbound);
        var models = new ChatModels(servers, services.Media);
        return
        [
            .. CoreActions.All(),
            new ContainerRunAction(services.Containers),
            .. DataActions.All(),
            new EmbeddingsSearchAction(),
            .. FileActions.All(),
            new HttpRequestAction(services.Outbound),
            .. services.Media is { } media ? ImageActions.All(media) : [],
            .. LlmActions.All(servers, models),
            .. PeopleActions.All(),
            new ProcessRunAction(),
            .. RecipeActions.All(),
            .. services.Media is { } pictures ? VisionActions.All(pictures, models) : [],
            new WorkerTaskAction(),
        ];
    }
}
