using System.Net.Sockets;

namespace Atelier.Models.Catalogue;

/// <summary>Tries again what failed for a passing reason; what came meanwhile starts the count anew.</summary>
internal sealed class Attempts(HubOptions options, TimeProvider time)
{
    private int _failed;

    /// <summary>Something came: the connection is worth more attempts.</summary>
    public void Advanced() => _failed = 0;

    /// <summary>Runs until it succeeds, fails for good, or failed <see cref="HubOptions.Attempts"/> times in a row.</summary>
    /// <exception cref="PullException">The last failure.</exception>
    public async Task<T> RunAsync<T>(Func<Attempts, CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        while (true)
        {
            PullFailure failure;
            try
            {
                return await attempt(this, cancellationToken).ConfigureAwait(false);
            }
            catch (PullException exception)
            {
                failure = exception.Failure;
            }
            catch (Exception exception) when (exception is HttpRequestException or HttpIOException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                failure = Broken(exception);
            }

            if (!failure.Passing || ++_failed >= options.Attempts)
            {
                throw new PullException(failure);
            }

            await Task.Delay(options.Delay * Math.Pow(2, _failed - 1), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private PullFailure Broken(Exception exception)
    {
        var host = options.Endpoint.Authority;
        return exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } =>
                new PullFailure(HubCodes.Unreachable, $"{host} is not known here: there is no network, or the name is wrong. A folder that was copied here by other means works too: `atelier models add NAME FOLDER`"),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } when exception.InnerException is SocketException socket =>
                new PullFailure(HubCodes.Unreachable, $"{host} cannot be reached ({socket.Message}): there is no network, a proxy is needed (HTTPS_PROXY), or the hub is down", Passing: true),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                new PullFailure(HubCodes.Unreachable, $"no secure connection to {host} could be made: {exception.InnerException?.Message ?? exception.Message}"),
            OperationCanceledException => new PullFailure(HubCodes.Unreachable, $"{host} sent nothing for {options.Stall.TotalSeconds:0} s; what came is kept, pull again to go on", Passing: true),
            _ => new PullFailure(HubCodes.Unreachable, $"the connection to {host} broke ({exception.Message}); what came is kept, pull again to go on", Passing: true),
        };
    }
}
