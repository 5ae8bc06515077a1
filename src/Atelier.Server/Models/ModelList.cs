using Atelier.Api.Models;
using Atelier.Hosting.Homes;
using Atelier.Models.Memory;
using Atelier.Models.Registry;
using Atelier.Models.Runtime;
using Atelier.Sdk.Models;

namespace Atelier.Server.Models;

/// <summary>Registered models beside what is in memory.</summary>
internal static class ModelList
{
    public static async Task<ModelsResponse> OfAsync(OwnedHome home, CancellationToken cancellationToken)
    {
        var registered = await RegisteredModels.AllAsync(home.Models.Runtime, cancellationToken).ConfigureAwait(false);
        var snapshot = home.Models.Runtime.Snapshot();
        var rows = snapshot.Models.ToLookup(static row => row.Name);
        var known = registered.Select(model => Of(model, rows[model.Definition.Name].FirstOrDefault()));

        // Runs bring models of their own.
        var brought = snapshot.Models.Where(row => registered.All(model => model.Definition.Name != row.Name)).Select(static row => Of(row));
        return new ModelsResponse
        {
            Devices = [.. snapshot.Devices.Select(static device => new DeviceResponse { Device = device.Device, Limit = device.Limit == long.MaxValue ? null : device.Limit, Held = device.Held })],
            Mistakes = [.. home.Models.Runtime.Registry.Current.Mistakes.Select(static mistake => new ModelProblem { Code = mistake.Code, Message = mistake.ToString() })],
            Models = [.. known.Concat(brought).OrderBy(static model => model.Name, StringComparer.Ordinal)],
        };
    }

    private static ModelResponse Of(RegisteredModel model, ModelMemoryRow? row) => new()
    {
        Name = model.Definition.Name,
        Kind = (model.Check?.Identity.Kind ?? model.Definition.Kind) is { } kind ? KindNames.Of(kind) : "unknown",
        Source = model.IsBuiltIn ? "comes along (demo)" : model.Definition.Source.Text,
        Digest = model.Check?.Identity.Digest,
        Device = row?.Device ?? model.Definition.Device ?? "cpu",
        State = row?.State ?? "absent",
        Bytes = row?.Bytes ?? 0,
        Need = row?.Need ?? model.Check?.Bytes ?? 0,
        InUse = row?.InUse ?? 0,
        Pinned = row?.Pinned ?? model.Definition.Pin,
        Waiting = row?.Waiting ?? 0,
        Reason = row?.Reason ?? model.Failure?.Message ?? model.Check?.TooLarge?.Message,
        Live = row is not null,
        Registration = RegistrationOf(model),
    };

    private static ModelResponse Of(ModelMemoryRow row) => new()
    {
        Name = row.Name,
        Kind = "unknown",
        Source = "of a run",
        Device = row.Device,
        State = row.State,
        Bytes = row.Bytes,
        Need = row.Need,
        InUse = row.InUse,
        Pinned = row.Pinned,
        Waiting = row.Waiting,
        Reason = row.Reason,
        Live = true,
    };

    private static ModelRegistration RegistrationOf(RegisteredModel model) => new()
    {
        BuiltIn = model.IsBuiltIn,
        Demo = model.Check?.Identity.IsDemo ?? model.IsBuiltIn,
        Source = model.Definition.Source.Text,
        Remote = model.Definition.Source is ModelSource.Server,
        Where = model.Definition.Where,
        Device = model.Definition.Device,
        Files = model.Files.Count,
        FileBytes = model.FileBytes,
        MemoryBytes = model.Check?.Bytes ?? 0,
        BatchSize = model.Check?.BatchSize ?? model.Definition.BatchSize ?? 0,
        Pin = model.Definition.Pin,
        Preload = model.Definition.Preload,
        TooLarge = model.Check?.TooLarge?.Message,
        Problem = model.Failure is { } failure ? new ModelProblem { Code = failure.Code, Message = failure.Message } : null,
    };
}
