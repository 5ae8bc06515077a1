using Atelier.Sdk;

namespace Atelier.Actions.Http;

/// <summary>An answer's body that may neither stay silent nor grow past a size.</summary>
internal sealed class WatchedStream(Stream inner, long maxBytes, TimeSpan silence, Uri url, TimeProvider time) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public static HttpFailureException TooLarge(Uri url, long maxBytes) => new(StepFailure.Permanent(
        ActionCodes.HttpTooLarge,
        $"the answer of {HttpFailures.Shown(url)} is larger than {maxBytes} bytes; raise `max_bytes`, or take it with `response_as: artifact`"));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var watch = new CancellationTokenSource(silence, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(watch.Token, cancellationToken);
        try
        {
            var count = await inner.ReadAsync(buffer, both.Token).ConfigureAwait(false);
            _read += count;
            return _read > maxBytes ? throw TooLarge(url, maxBytes) : count;
        }
        catch (OperationCanceledException) when (watch.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"the answer stalled for {DurationText.Format(silence)}");
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("an answer is read asynchronously");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
