using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Atelier.Language.Cel;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;

namespace Atelier.Cli.Expressions;

/// <summary>Evaluates expressions to lines of JSON: a value, or <c>{"error":{"code","message"}}</c>.</summary>
/// <param name="typed">Values with their types.</param>
/// <param name="options">The dialect.</param>
internal sealed class Evaluation(bool typed, CelOptions options)
{
    private static readonly JsonWriterOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 2 * (CelJson.MaxDepth + 1) };

    /// <summary>The answer and the status it means.</summary>
    public (int Exit, string Line) Answer(string text, JsonElement vars)
    {
        var parsed = CelExpression.Parse(text, options);
        if (!parsed.IsValid)
        {
            var mistake = parsed.Errors[0];
            return (ExitCodes.BadInput, Error(mistake.Code, $"{mistake.Message} (at character {mistake.Offset + 1})"));
        }

        var values = new Dictionary<string, CelValue>(StringComparer.Ordinal);
        foreach (var member in vars.EnumerateObject())
        {
            values[member.Name] = typed ? CelTyped.ReadTypedOrPlain(member.Value) : CelJson.Read(member.Value);
        }

        var result = parsed.Expression.Evaluate(new CelVariables(values));
        if (result.Error is { } error)
        {
            return (ExitCodes.Failed, Error(error.Code, error.Message));
        }

        CelErrorValue? failure = null;
        var line = Write(writer => failure = typed ? CelTyped.Write(result.Value!, writer) : CelJson.Write(result.Value!, writer));
        return failure is null ? (ExitCodes.Done, line) : (ExitCodes.Failed, Error(failure.Code, failure.Message));
    }

    /// <summary>The answer to a line of a batch.</summary>
    public string AnswerLine(string line)
    {
        try
        {
            var question = JsonElement.Parse(line);
            if (question.ValueKind != JsonValueKind.Object || !question.TryGetProperty("expr", out var text) || text.ValueKind != JsonValueKind.String)
            {
                return Error(CliCodes.BadJson, "a line is {\"expr\": text, \"vars\": {name: value}}");
            }

            var vars = question.TryGetProperty("vars", out var given) && given.ValueKind == JsonValueKind.Object ? given : JsonElement.Parse("{}");
            return Answer(text.GetString()!, vars).Line;
        }
        catch (JsonException exception)
        {
            return Error(CliCodes.BadJson, $"the line is no JSON: {exception.Message}");
        }
    }

    private static string Error(string code, string message) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("error");
        writer.WriteString("code", code);
        writer.WriteString("message", message);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static string Write(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        // A value that turns out to have no JSON form leaves an unfinished text behind, which is thrown away.
        var writer = new Utf8JsonWriter(buffer, Written with { SkipValidation = true });
        write(writer);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
