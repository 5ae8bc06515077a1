namespace Atelier.Workspace.Tests;

/// <summary>Bytes that differ each time and are the same in each run of a test.</summary>
internal sealed class CountedBytes
{
    private readonly Random _random = new(7);

    public byte[] Next(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }
}
