using System.ClientModel.Primitives;
using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;
using Atelier.Actions.Http;
using Atelier.Actions.Llm.Servers;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Llm.Chat;

/// <summary>
/// Reads an answer as it streams, or whole from servers that do not stream. Tolerant of what servers leave out and add; a stream that ends without saying so is a failure.
/// </summary>
internal sealed class ChatReplyReader(ModelEndpoint endpoint, Action<string> onText)
{
    private const int MaxDetail = 4_000;

    private readonly StringBuilder _text = new();
    private string? _finish;
    private string? _model;
    private string? _refusal;
    private long? _input;
    private long? _output;
    private bool _sawChoice;

    /// <summary>Reads the answer. Throws <see cref="HttpFailureException"/> and what reading throws.</summary>
    public async ValueTask<ChatReply> ReadAsync(PipelineResponse response, Stream stream, CancellationToken cancellationToken)
    {
        var mediaType = response.Headers.TryGetValue("Content-Type", out var type) ? type ?? string.Empty : string.Empty;
        if (mediaType.Contains("html", StringComparison.OrdinalIgnoreCase))
        {
            throw new HttpFailureException(StepFailure.Permanent(ActionCodes.LlmUnreadable, $"{HttpFailures.Shown(endpoint.BaseAddress)} answers with a web page, not as a chat server; mend its address (it mostly ends with `/v1`)"));
        }

        if (mediaType.Contains("event-stream", StringComparison.OrdinalIgnoreCase))
        {
            await ReadEventsAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            using var whole = new StreamReader(stream, Encoding.UTF8);
            Take(Parse(await whole.ReadToEndAsync(cancellationToken).ConfigureAwait(false)));
            _finish ??= "stop";
        }

        return Reply();
    }

    private async ValueTask ReadEventsAsync(Stream stream, CancellationToken cancellationToken)
    {
        var done = false;
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            done |= item.Data.Trim() == "[DONE]";
            if (done)
            {
                break;
            }

            if (item.Data.Length > 0)
            {
                Take(Parse(item.Data));
            }
        }

        if (!done && _finish is null)
        {
            throw new HttpFailureException(StepFailure.Transient(ActionCodes.LlmStalled, $"{HttpFailures.Shown(endpoint.BaseAddress)} broke off its answer after {_text.Length} characters", Detail()));
        }
    }

    private ChatReply Reply()
    {
        if (_refusal is { } refusal)
        {
            throw new HttpFailureException(ServerFailures.Filtered(endpoint, refusal));
        }

        // A model that used all its tokens for thoughts has written nothing and says `length`.
        return _text.Length == 0 && _finish is not ("length" or "content_filter")
            ? throw new HttpFailureException(ServerFailures.Unreadable(endpoint, _sawChoice ? "answered with no text" : "answered without a choice", null))
            : new ChatReply(_text.ToString(), _finish ?? "stop", _model, _input, _output);
    }

    private JsonElement Parse(string json)
    {
        try
        {
            return JsonElement.Parse(json) is { ValueKind: JsonValueKind.Object } element ? element : throw new JsonException("no object");
        }
        catch (JsonException)
        {
            throw new HttpFailureException(ServerFailures.Unreadable(endpoint, "answered with something else than JSON", json.Length > MaxDetail ? json[..MaxDetail] : json));
        }
    }

    private void Take(JsonElement chunk)
    {
        if (chunk.TryGetProperty("error", out var error) && error.ValueKind is not JsonValueKind.Null)
        {
            var said = ServerError.Read(chunk);
            throw new HttpFailureException(ServerFailures.Unreadable(endpoint, $"failed within its answer: {said.Message}", Detail()));
        }

        _model ??= Text(chunk, "model");
        if (chunk.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
        {
            _input = Count(usage, "prompt_tokens") ?? _input;
            _output = Count(usage, "completion_tokens") ?? _output;
        }

        if (!chunk.TryGetProperty("choices", out var choices) || choices.ValueKind != JsonValueKind.Array || choices.GetArrayLength() == 0)
        {
            return;
        }

        _sawChoice = true;
        var choice = choices[0];
        _finish = Text(choice, "finish_reason") ?? _finish;
        if (choice.TryGetProperty("delta", out var message) || choice.TryGetProperty("message", out message))
        {
            _refusal = Text(message, "refusal") is { } refusal ? _refusal + refusal : _refusal;
            Append(message);
        }
    }

    // A text, or parts of which some are text.
    private void Append(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object || !message.TryGetProperty("content", out var content))
        {
            return;
        }

        foreach (var part in content.ValueKind == JsonValueKind.Array ? content.EnumerateArray().ToArray() : [content])
        {
            var text = part.ValueKind == JsonValueKind.String ? part.GetString() : Text(part, "text");
            if (!string.IsNullOrEmpty(text))
            {
                _text.Append(text);
                onText(text);
            }
        }
    }

    private string? Detail() => _text.Length == 0 ? null : _text.Length > MaxDetail ? _text.ToString(0, MaxDetail) : _text.ToString();

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static long? Count(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) ? count : null;
}
