using System.Globalization;

namespace Atelier.Bench.Store;

/// <summary>Bytes this process caused to be written to disks, as Linux counts them.</summary>
internal static class ProcessIo
{
    public static long BytesWritten()
    {
        const string Name = "write_bytes: ";
        var line = File.ReadLines("/proc/self/io").First(static line => line.StartsWith(Name, StringComparison.Ordinal));
        return long.Parse(line.AsSpan(Name.Length), CultureInfo.InvariantCulture);
    }
}
