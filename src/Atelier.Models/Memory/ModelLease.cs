namespace Atelier.Models.Memory;

/// <summary>The right to ask a loaded model; it stays in memory until this is given back.</summary>
internal sealed class ModelLease(LoadedModel loaded, Action giveBack) : IDisposable
{
    private int _given;

    public LoadedModel Loaded => loaded;

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _given, 1) == 0)
        {
            loaded.Batcher.Expected();
            giveBack();
        }
    }
}
