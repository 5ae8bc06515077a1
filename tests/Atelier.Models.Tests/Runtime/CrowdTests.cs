using Atelier.Models.Lanes;
using Atelier.Models.Runtime;
using Atelier.Models.Tests.Lanes;
using Atelier.Sdk;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Models.Tests.Runtime;

/// <summary>Many callers, few bytes: whatever comes together, everybody is answered and the budget holds.</summary>
public sealed class CrowdTests
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AskAsync_ManyCallersModelsAndFaults_AllAreAnsweredWithinTheBudget(int seed)
    {
        using var models = new TestModels("memory_limit: 250MB\nwindow: 5ms\nmodels: { " + string.Join(", ", Names.Select(static name => $"{name}: {{ source: ./{name}, kind: feature-extraction, memory: 100MB }}")) + " }");
        foreach (var name in Names)
        {
            models.Write($"{name}/onnx/model.onnx", name);
        }

        var budget = new Held(250_000_000);
        await using var runtime = new ModelRuntime(models.Options, _ => new CrowdLane(budget), TimeProvider.System);
        var random = new Random(seed);
        var questions = Enumerable.Range(0, 1500).Select(i => (Model: Names[random.Next(Names.Length)], Text: $"{(random.Next(40) == 0 ? "bad" : "text")}{i}", Cancel: random.Next(30) == 0)).ToArray();
        var identities = new Dictionary<string, ModelIdentity>();
        foreach (var name in Names)
        {
            Assert.True((await runtime.Home.FindAsync(name, default)).TryGet(out var identity, out _));
            identities[name] = identity;
        }

        var answered = 0;
        await Parallel.ForEachAsync(questions, new ParallelOptions { MaxDegreeOfParallelism = 48 }, async (question, _) =>
        {
            using var cancel = new CancellationTokenSource();
            var asked = runtime.Home.AskAsync(identities[question.Model], new EmbedText(question.Text), cancel.Token).AsTask();
            if (question.Cancel)
            {
                await cancel.CancelAsync();
                await asked.ContinueWith(static _ => { }, TaskScheduler.Default);
                return;
            }

            var answer = await asked;
            var good = answer.TryGet(out var vector, out var failure);
            Assert.Equal(!question.Text.StartsWith("bad", StringComparison.Ordinal), good);
            Assert.Equal(good ? question.Text.Length : "ATL5703", good ? (object)(int)Math.Round(vector![0] / vector[1]) : failure!.Code);
            Interlocked.Increment(ref answered);
        });

        Assert.Equal(questions.Count(static question => !question.Cancel), answered);
        Assert.InRange(budget.Most, 100_000_000, 250_000_000);
        Assert.All(runtime.Snapshot().Models, static row => Assert.Equal((0, 0), (row.InUse, row.Waiting)));
    }

    /// <summary>Bytes of all lanes that live.</summary>
    private sealed class Held(long limit)
    {
        private readonly Lock _gate = new();
        private long _bytes;

        public long Most { get; private set; }

        public void Add(long bytes)
        {
            lock (_gate)
            {
                _bytes += bytes;
                Most = Math.Max(Most, _bytes);
                Assert.InRange(_bytes, 0, limit);
            }
        }
    }

    /// <summary>Answers with the length of the text; refuses a batch with a bad one whole, now and then fails as a whole for no reason.</summary>
    private sealed class CrowdLane(Held held) : IModelLane
    {
        private const long Bytes = 100_000_000;
        private int _batches;
        private bool _loaded;

        public IReadOnlyList<int> ProcessIds => [];

        public long MeasureBytes() => Bytes;

        public async Task<(LoadedHost? Host, StepFailure? Failure)> LoadAsync(CancellationToken cancellationToken)
        {
            held.Add(Bytes);
            _loaded = true;
            await Task.Yield();
            return (new LoadedHost(["embed_texts"], null, Bytes, TimeSpan.FromMilliseconds(1)), null);
        }

        public async Task<LaneAnswer> SendAsync(LaneRequest request, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Assert.True(_loaded);
            var texts = request.Items.Select(FakeLane.TextOf).ToArray();
            if (texts.Length > 1 && ++_batches % 7 == 0)
            {
                return new LaneAnswer.Failed(StepFailure.Transient("ATL6002", "it died"));
            }

            return texts.Any(static text => text.StartsWith("bad", StringComparison.Ordinal))
                ? new LaneAnswer.Refused("model_broken", "the graph failed", null)
                : FakeLane.Each(request, static text => new WireItem { Embedding = new WireTensor("float32", [2], [.. BitConverter.GetBytes((float)text.Length), .. BitConverter.GetBytes(1f)]) });
        }

        public void Restart()
        {
        }

        public ValueTask DisposeAsync()
        {
            if (_loaded)
            {
                _loaded = false;
                held.Add(-Bytes);
            }

            return ValueTask.CompletedTask;
        }
    }
}
