using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Hosts.Pools;
using Atelier.Hosts.Processes;
using Atelier.Models.Files;
using Atelier.Models.Registry;
using Atelier.Models.Runtime;
using Atelier.Sdk;

namespace Atelier.Models.Lanes;

/// <summary>One loaded model: a host process of its own, one batch at a time. Starts again by itself when the process dies.</summary>
internal sealed class ModelLane : IModelLane
{
    /// <summary>
    /// Under a batch a host may die twice; then the batch is halved until the member that kills hosts stands alone.
    /// </summary>
    private const int MaxDeaths = 2;

    private readonly HostPool _pool;
    private readonly KnownModel _model;
    private readonly ModelHostOptions _options;
    private readonly TimeProvider _time;

    /// <summary>Makes a lane; nothing starts yet.</summary>
    public ModelLane(KnownModel model, ModelHostOptions options, TimeProvider time)
    {
        _model = model;
        _options = options;
        _time = time;
        _pool = new HostPool(
            new HostOptions
            {
                Name = $"model `{model.Definition.Name}`",
                Command = Command(model, options),
                Environment = new Dictionary<string, string?>
                {
                    // Resident memory then follows the model, and falls when parts of it are freed; glibc would keep twice as much.
                    ["MALLOC_MMAP_THRESHOLD_"] = "1048576",
                    ["UV_THREADPOOL_SIZE"] = (Environment.ProcessorCount + 2).ToString(CultureInfo.InvariantCulture),
                },
                Preflight = options.Command is null ? () => Check(options) : null,
                Slots = 1,
                StartTimeout = options.LoadTimeout,
                CallTimeout = options.CallTimeout,
                MaxDeaths = MaxDeaths,
                RuntimeFolder = options.RuntimeFolder,
            },
            time);
    }

    /// <inheritdoc />
    public IReadOnlyList<int> ProcessIds => _pool.ProcessIds;

    /// <inheritdoc />
    public long MeasureBytes() => _model.Definition.Device == DeviceLimits.Cpu
        ? _pool.ProcessIds.Sum(SessionMemory.ResidentBytes)
        : GraphicsCards.BytesOf(_pool.ProcessIds);

    /// <summary>A sentence that says why no host can run and what to do; null when nothing speaks against it.</summary>
    public static string? Check(ModelHostOptions options)
    {
        var main = MainFile(options);
        return !File.Exists(main) ? $"`{main}` does not exist: run `npm ci` and `npm run build` in `{options.HostFolder}`" : null;
    }

    /// <inheritdoc />
    public async Task<(LoadedHost? Host, StepFailure? Failure)> LoadAsync(CancellationToken cancellationToken)
    {
        var from = _time.GetTimestamp();
        var (line, problem) = await _pool.StartAsync(cancellationToken).ConfigureAwait(false);
        if (problem is HostAnswer.NoAnswer { Failure.Kind: FailureKind.Unavailable } && _time.GetElapsedTime(from) < _options.LoadTimeout)
        {
            // A host that was killed while it loaded is no host that cannot start: only the second time tells.
            (line, problem) = await _pool.StartAsync(cancellationToken).ConfigureAwait(false);
        }

        if (line is null)
        {
            return (null, LaneFailures.AtLoad(_model, problem!));
        }

        var greeting = JsonSerializer.Deserialize(line, WireJson.Default.WireGreeting)!;
        // What a host says of itself is main memory: of a graphics card's it knows nothing, and an estimate is better.
        var bytes = MeasureBytes() is var measured && measured == 0 && _model.Definition.Device == DeviceLimits.Cpu ? greeting.ResidentBytes : measured;
        return (new LoadedHost(greeting.Operations ?? [], greeting.Model?.Labels ?? _model.Labels, bytes, _time.GetElapsedTime(from)), null);
    }

    /// <inheritdoc />
    public async Task<LaneAnswer> SendAsync(LaneRequest request, CancellationToken cancellationToken)
    {
        Action<string>? onLine = request.Lines ? line => Piece(line, request.OnText) : null;
        var patience = _model.Definition.Timeout ?? (request.Lines ? _options.WritingTimeout : _options.CallTimeout);
        var answer = await _pool.CallAsync(request.Operation, Body(request), patience, onLine, cancellationToken).ConfigureAwait(false);
        return answer switch
        {
            HostAnswer.Done done => Read(done.Body, request.Items.Count),
            HostAnswer.Refused refused => new LaneAnswer.Refused(refused.Code, refused.Message, refused.Detail),
            HostAnswer.NoAnswer none => new LaneAnswer.Failed(none.Failure),
            _ => throw new InvalidOperationException("HostAnswer is closed"),
        };
    }

    /// <inheritdoc />
    public void Restart() => _pool.Restart();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _pool.DisposeAsync();

    private static string MainFile(ModelHostOptions options) => Path.Join(options.HostFolder, "dist", "models", "main.js");

    private static IReadOnlyList<string> Command(KnownModel model, ModelHostOptions options)
    {
        var settings = model.Definition.Options is { } given ? JsonNode.Parse(given.GetRawText())!.AsObject() : [];
        // What tensors mean is decided here; hosts need not know.
        settings.Remove("detection");
        settings["device"] = model.Definition.Device;
        if (model.Definition.Source is ModelSource.OnnxFile file)
        {
            settings["file"] = Path.GetFileName(file.Path);
        }

        IReadOnlyList<string> program = options.Command ?? [options.NodePath ?? Environment.GetEnvironmentVariable("ATELIER_NODE") ?? "node", MainFile(options)];
        var threads = model.Definition.Threads ?? Environment.ProcessorCount;
        return
        [
            .. program,
            "--model", model.Folder,
            "--kind", KindNames.Of(model.Kind),
            "--threads", threads.ToString(CultureInfo.InvariantCulture),
            "--options", settings.ToJsonString(),
        ];
    }

    private static ReadOnlyMemory<byte> Body(LaneRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(256 + request.Items.Sum(static item => item.Length + 1));
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        foreach (var item in request.Items)
        {
            json.WriteRawValue(item, skipInputValidation: true);
        }

        json.WriteEndArray();
        json.WritePropertyName("parameters"u8);
        json.WriteRawValue(request.Parameters, skipInputValidation: true);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static LaneAnswer Read(ReadOnlyMemory<byte> body, int count)
    {
        try
        {
            var answers = JsonSerializer.Deserialize(body.Span, WireJson.Default.WireAnswer)?.Items;
            return answers?.Count == count
                ? new LaneAnswer.Items(answers)
                : new LaneAnswer.Refused("internal", $"the host gave {answers?.Count ?? 0} answers to {count} items", null);
        }
        catch (JsonException exception)
        {
            return new LaneAnswer.Refused("internal", "the host gave an answer that is not of the protocol", exception.Message);
        }
    }

    private static void Piece(string line, Action<string>? onText)
    {
        if (onText is not null && JsonSerializer.Deserialize(line, WireJson.Default.WirePiece)?.Text is { Length: > 0 } text)
        {
            onText(text);
        }
    }
}
