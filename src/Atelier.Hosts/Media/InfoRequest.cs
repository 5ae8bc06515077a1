using System.Text.Json.Serialization;

namespace Atelier.Hosts.Media;

/// <summary>Asks for a picture's header.</summary>
/// <param name="Input">Path of the picture.</param>
/// <param name="Verify">True: decode it all, so that a cut-off picture fails.</param>
public sealed record InfoRequest(string Input, bool Verify = false)
{
    [JsonInclude]
    internal long MaxPixels { get; init; }
}
