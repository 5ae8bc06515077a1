using Atelier.Api.Models;
using Atelier.Models.Memory;

namespace Atelier.Cli.Servers.Rows;

/// <summary>Models in memory as commands have them.</summary>
internal static class MemoryRows
{
    public static MemorySnapshot Of(ModelsResponse models) => new(
        [.. models.Devices.Select(static device => new DeviceMemory(device.Device, device.Limit ?? long.MaxValue, device.Held))],
        [.. models.Models.Where(static model => model.Live).Select(static model => new ModelMemoryRow(model.Name, model.Device, model.State, model.Bytes, model.Need, model.InUse, model.Pinned, model.Waiting, model.Reason))]);
}
