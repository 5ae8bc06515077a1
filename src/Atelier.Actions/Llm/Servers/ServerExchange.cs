using System.ClientModel;
using System.ClientModel.Primitives;
using System.Security.Cryptography;
using System.Text;
using Atelier.Actions.Http;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Llm.Servers;

/// <summary>What a step asks of servers.</summary>
/// <param name="Endpoint">Where.</param>
/// <param name="AllowPrivate">Whether a private address may be reached.</param>
/// <param name="Silence">How long the server may say nothing, before the answer and within it.</param>
internal sealed record ServerTarget(ModelEndpoint Endpoint, bool AllowPrivate, TimeSpan Silence);

/// <summary>One request to a server at its pace, and the answer's stream. Failures are thrown as <see cref="HttpFailureException"/>.</summary>
internal sealed class ServerExchange(LlmServers servers, ServerTarget target, ActionContext context)
{
    private const int MaxExcerpt = 4_000;
    private const long MaxAnswer = 64 << 20;

    private readonly ServerPace _pace = servers.PaceOf(target.Endpoint);

    /// <summary>Sends a chat request and reads the answer.</summary>
    public ValueTask<T> ChatAsync<T>(byte[] body, int tokens, Func<PipelineResponse, Stream, ValueTask<T>> read, CancellationToken cancellationToken) =>
        SendAsync(servers.ChatsOf(target.Endpoint, target.AllowPrivate).CompleteChatAsync, body, tokens, read, cancellationToken);

    /// <summary>Sends an embedding request and reads the answer.</summary>
    public ValueTask<T> EmbedAsync<T>(byte[] body, int tokens, Func<PipelineResponse, Stream, ValueTask<T>> read, CancellationToken cancellationToken) =>
        SendAsync(servers.EmbeddingsOf(target.Endpoint, target.AllowPrivate).GenerateEmbeddingsAsync, body, tokens, read, cancellationToken);

    /// <summary>Tells the pace and the run what a request took.</summary>
    public void Note(string model, int guessed, long? input, long? output)
    {
        if (input is null && output is null)
        {
            context.Log(StepLogLevel.Debug, "the server does not tell its tokens");
            return;
        }

        var (read, written) = (input ?? 0, output ?? 0);
        _pace.Correct(guessed, read + written);
        context.NoteUsage(new Usage(model, read, written, PriceTable.Cost(target.Endpoint, read, written)));
    }

    private async ValueTask<T> SendAsync<T>(
        Func<BinaryContent, RequestOptions, Task<ClientResult>> send, byte[] body, int tokens, Func<PipelineResponse, Stream, ValueTask<T>> read, CancellationToken cancellationToken)
    {
        await _pace.WaitAsync(target.Endpoint.RateLimits, tokens, context, cancellationToken).ConfigureAwait(false);
        try
        {
            using var response = await HeadersAsync(send, body, cancellationToken).ConfigureAwait(false);
            var stream = new WatchedStream(response.ContentStream ?? Stream.Null, MaxAnswer, target.Silence, target.Endpoint.BaseAddress, context.Time);
            await using (stream.ConfigureAwait(false))
            {
                if (response.Status is < 200 or >= 300)
                {
                    throw new HttpFailureException(Refused(response, await ExcerptAsync(stream, cancellationToken).ConfigureAwait(false), body));
                }

                var answer = await read(response, stream).ConfigureAwait(false);
                _pace.Answered();
                return answer;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (ServerFailures.From(exception, target.Endpoint) is { } failure)
        {
            throw new HttpFailureException(failure);
        }
    }

    private async ValueTask<PipelineResponse> HeadersAsync(Func<BinaryContent, RequestOptions, Task<ClientResult>> send, byte[] body, CancellationToken cancellationToken)
    {
        using var watch = new CancellationTokenSource(target.Silence, context.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(watch.Token, cancellationToken);
        try
        {
            using var content = BinaryContent.Create(BinaryData.FromBytes(body));
            var options = new RequestOptions { BufferResponse = false, CancellationToken = both.Token, ErrorOptions = ClientErrorBehaviors.NoThrow };
            return (await send(content, options).ConfigureAwait(false)).GetRawResponse();
        }
        catch (OperationCanceledException) when (watch.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"no answer within {DurationText.Format(target.Silence)}");
        }
    }

    private StepFailure Refused(PipelineResponse response, string body, byte[] request)
    {
        var again = response.Status >= 500 && _pace.FailedAgain(Convert.ToHexString(SHA256.HashData(request)));
        var failure = ServerFailures.Status(response, body, target.Endpoint, again, context.Time.GetUtcNow());
        if (failure is { Code: ActionCodes.LlmRateLimited, RetryAfter: { } pause })
        {
            _pace.Pause(pause, context.Time.GetUtcNow());
        }

        return failure;
    }

    private static async ValueTask<string> ExcerptAsync(Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            var bytes = new byte[MaxExcerpt];
            var count = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return Encoding.UTF8.GetString(bytes, 0, count).Trim();
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException or TimeoutException)
        {
            return string.Empty;
        }
    }
}
