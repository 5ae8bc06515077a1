using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Atelier.Cli.Terminals;

/// <summary>Where a command writes: its result to standard output, all else to standard error.</summary>
internal sealed class Terminal(bool json)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>True: the result is JSON.</summary>
    public bool Json => json;

    /// <summary>True when a person watches standard error.</summary>
    public bool IsWatched => !json && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>True when a person reads standard output.</summary>
    public bool IsRead => !json && !Console.IsOutputRedirected;

    /// <summary>A line of the result as people read it.</summary>
    public void Say(string line) => (json ? Console.Error : Console.Out).WriteLine(line);

    /// <summary>A line beside the result.</summary>
    public void Tell(string line) => Console.Error.WriteLine(line);

    /// <summary>The result as one JSON document.</summary>
    public void Write(Action<Utf8JsonWriter> write) => Write(write, Indented);

    /// <summary>One line of a result that is JSON lines.</summary>
    public void WriteLine(Action<Utf8JsonWriter> write) => Write(write, Compact);

    /// <summary>Tells why a command could not do it; gives the status it ends with.</summary>
    public int Fail(int exit, string code, string message)
    {
        Console.Error.WriteLine($"atelier: {code}: {message}{(message.EndsWith('.') ? string.Empty : ".")}");
        if (json)
        {
            Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartObject("error");
                writer.WriteString("code", code);
                writer.WriteString("message", message);
                writer.WriteEndObject();
                writer.WriteNumber("exit", exit);
                writer.WriteEndObject();
            });
        }

        return exit;
    }

    private static void Write(Action<Utf8JsonWriter> write, JsonWriterOptions options)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            write(writer);
        }

        Console.Out.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }
}
