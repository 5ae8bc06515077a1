using System.Text.Json;

namespace Atelier.Cli.Runs;

/// <summary>Inputs as people gave them.</summary>
/// <param name="Values">From a file, by name.</param>
/// <param name="Texts">Typed, by name; they win, and are read by the type of the input.</param>
internal sealed record GivenInputs(IReadOnlyDictionary<string, JsonElement> Values, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>Nothing was given.</summary>
    public static GivenInputs None { get; } = new(new Dictionary<string, JsonElement>(), new Dictionary<string, string>());
}
