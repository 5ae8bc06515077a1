using Xunit;

namespace Atelier.Models.Tests;

/// <summary>Waits for a state by looking again and again, and fails with its name after 30 s.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<bool> state, string name)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        try
        {
            while (!state())
            {
                await look.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"never came: {name}");
        }
    }
}
