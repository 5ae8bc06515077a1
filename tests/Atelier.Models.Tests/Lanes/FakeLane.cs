using System.Text.Json;
using Atelier.Models.Lanes;
using Atelier.Sdk;

namespace Atelier.Models.Tests.Lanes;

/// <summary>A lane in this process: answers at once, or when a test opens its gate. What it does is a function of the items' texts.</summary>
internal sealed class FakeLane : IModelLane
{
    private readonly Lock _gate = new();

    /// <summary>What batches do; default: each item is answered with its own text.</summary>
    public Func<LaneRequest, LaneAnswer> Answer { get; init; } = static request => Each(request, static text => new WireItem { Text = text });

    /// <summary>Awaited by each batch; default: open.</summary>
    public Func<Task> Gate { get; set; } = static () => Task.CompletedTask;

    /// <summary>What loading gives.</summary>
    public Func<Task<(LoadedHost? Host, StepFailure? Failure)>> Load { get; init; } =
        static () => Task.FromResult<(LoadedHost?, StepFailure?)>((new LoadedHost(["embed_pictures", "embed_texts", "score", "detect"], null, 0, TimeSpan.FromMilliseconds(1)), null));

    /// <summary>Texts of all batches, in order.</summary>
    public List<string[]> Batches { get; } = [];

    public int Restarts { get; private set; }

    public bool Ended { get; private set; }

    /// <summary>Batches inside now, and the most that ever were.</summary>
    public int Inside { get; private set; }

    public int MostInside { get; private set; }

    public IReadOnlyList<int> ProcessIds => [];

    public static LaneAnswer Each(LaneRequest request, Func<string, WireItem> answer) => new LaneAnswer.Items([.. request.Items.Select(item => answer(TextOf(item)))]);

    public static string TextOf(byte[] item) => JsonSerializer.Deserialize<JsonElement>(item).GetProperty("text").GetString()!;

    public static byte[] Item(string text) => JsonSerializer.SerializeToUtf8Bytes(new { text });

    public long MeasureBytes() => 0;

    public Task<(LoadedHost? Host, StepFailure? Failure)> LoadAsync(CancellationToken cancellationToken) => Load();

    public async Task<LaneAnswer> SendAsync(LaneRequest request, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            Batches.Add([.. request.Items.Select(TextOf)]);
            Inside++;
            MostInside = Math.Max(MostInside, Inside);
        }

        try
        {
            await Gate().WaitAsync(cancellationToken);
            return Answer(request);
        }
        finally
        {
            lock (_gate)
            {
                Inside--;
            }
        }
    }

    public void Restart() => Restarts++;

    public ValueTask DisposeAsync()
    {
        Ended = true;
        return ValueTask.CompletedTask;
    }
}
