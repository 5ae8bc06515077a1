using Atelier.Models.Registry;

namespace Atelier.Models.Runtime;

/// <summary>What devices have for models.</summary>
internal static class DeviceLimits
{
    public const string Cpu = "cpu";

    /// <summary>Names of devices with a memory of their own, as ONNX Runtime writes them.</summary>
    public static readonly string[] Graphics = ["cuda", "webgpu", "dml", "rocm"];

    private const double ShareOfMemory = 0.6;
    private const double ShareOfGraphics = 0.9;

    /// <summary>Bytes of all devices: what the registry says, else 60 % of the main memory this process may use, 90 % of the largest graphics card's. A card that nobody can ask has no limit.</summary>
    public static Dictionary<string, long> Of(MemoryLimits limits)
    {
        var bytes = new Dictionary<string, long> { [Cpu] = limits.Memory ?? (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * ShareOfMemory) };
        if ((limits.GpuMemory ?? (long?)(GraphicsCards.Largest() * ShareOfGraphics)) is { } graphics)
        {
            foreach (var device in Graphics)
            {
                bytes[device] = graphics;
            }
        }

        return bytes;
    }
}
