using System.Text.Json;

namespace Atelier.Cli;

/// <summary>JSON given on the command line.</summary>
internal static class JsonArgument
{
    public static JsonElement Read(string text, string name)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException exception)
        {
            throw CommandException.BadInput(CliCodes.BadJson, $"{name} is no JSON: {exception.Message.TrimEnd('.')}");
        }
    }
}
