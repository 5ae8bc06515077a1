using Atelier.Models.Files;
using Atelier.Models.Lanes;
using Atelier.Models.Registry;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Models.Runtime;

/// <summary>Where a served model is asked.</summary>
internal static class ServerEndpoint
{
    public static ModelAnswer<ModelEndpoint> Of(KnownModel model, Func<string, string?> secrets)
    {
        var definition = model.Definition;
        if (definition.Source is not ModelSource.Server server)
        {
            return StepFailure.Permanent(ModelCodes.WrongQuestion, $"model `{definition.Name}` is of kind {KindNames.Of(model.Kind)} and runs here; it is not asked through a server.");
        }

        var secret = definition.KeySecret ?? server.KeySecret;
        var key = secret is null ? null : secrets(secret);
        return secret is not null && key is null
            ? StepFailure.Permanent(ModelCodes.NoKey, $"the secret `{secret}` of model `{definition.Name}` is not set. Run `atelier secrets set {secret}`.")
            : new ModelEndpoint(server.Address, definition.ServerModel ?? server.Model ?? definition.Name, key, definition.Prices, definition.RateLimits);
    }
}
