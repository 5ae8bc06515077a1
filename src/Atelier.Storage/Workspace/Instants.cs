namespace Atelier.Storage.Workspace;

/// <summary>Times as they are kept: Unix milliseconds.</summary>
internal static class Instants
{
    public static long ToKept(this DateTimeOffset at) => at.ToUnixTimeMilliseconds();

    public static long? ToKept(this DateTimeOffset? at) => at?.ToUnixTimeMilliseconds();

    public static DateTimeOffset FromKept(this long at) => DateTimeOffset.FromUnixTimeMilliseconds(at);

    public static DateTimeOffset? FromKept(this long? at) => at is { } time ? DateTimeOffset.FromUnixTimeMilliseconds(time) : null;
}
