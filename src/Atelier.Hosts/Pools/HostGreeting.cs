using System.Text.Json;

namespace Atelier.Hosts.Pools;

/// <summary>The first line a host writes: <c>{"host":"atelier-media","protocol":1,"slots":3,"operations":["info",...]}</c>.</summary>
/// <param name="Host">What it calls itself.</param>
/// <param name="Protocol">The version it speaks.</param>
/// <param name="Operations">What it can be asked; null beside an error.</param>
/// <param name="Error">Why it cannot serve at all, such as a broken model; it ends after saying so.</param>
internal sealed record HostGreeting(string Host, int Protocol, IReadOnlyList<string>? Operations, HostGreeting.Refusal? Error)
{
    /// <summary>An error as in answers.</summary>
    internal sealed record Refusal(string Code, string Message, string? Detail);

    /// <summary>The protocol this side speaks.</summary>
    public const int SupportedProtocol = 1;

    /// <summary>Reads the line; a sentence when it is no greeting or of another protocol.</summary>
    public static string? TryParse(string line, out HostGreeting? greeting)
    {
        greeting = null;
        try
        {
            greeting = JsonSerializer.Deserialize<HostGreeting>(line, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            // Told below.
        }

        return greeting switch
        {
            null => "its first line is no greeting",
            { Protocol: not SupportedProtocol } => $"it speaks protocol {greeting.Protocol}, and {SupportedProtocol} is needed: build it again",
            _ => null,
        };
    }
}
