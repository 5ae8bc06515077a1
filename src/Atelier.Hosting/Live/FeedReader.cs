namespace Atelier.Hosting.Live;

/// <summary>Somebody who watches. Dispose of it: while nobody watches, nothing is read.</summary>
/// <typeparam name="T">What is watched.</typeparam>
public sealed class FeedReader<T> : IDisposable
    where T : class
{
    private readonly Feed<T> _feed;
    private long _seen;
    private bool _closed;

    internal FeedReader(Feed<T> feed) => _feed = feed;

    /// <summary>The newest state that was not given yet, waiting for it. States in between are passed over. Null: what is watched is no more.</summary>
    /// <exception cref="IOException">The state could not be read.</exception>
    public async ValueTask<FeedFrame<T>?> NextAsync(CancellationToken cancellationToken)
    {
        var frame = await _feed.NextAsync(_seen, cancellationToken).ConfigureAwait(false);
        _seen = frame?.Number ?? _seen;
        return frame;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            _feed.Close();
        }
    }
}
