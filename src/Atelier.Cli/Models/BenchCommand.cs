using System.CommandLine;
using System.Globalization;
using Atelier.Cli.Terminals;
using Atelier.Models.Bench;
using Atelier.Models.Registry;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Cli.Models;

/// <summary><c>atelier models bench NAME</c>: how fast a model answers on this machine.</summary>
internal static class BenchCommand
{
    private static readonly int[] Sizes = [1, 2, 4, 8];
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".avif"];

    private static readonly Argument<string> Name = new("NAME") { Description = "As workflows ask it." };
    private static readonly Option<string?> Pictures = new("--pictures") { Description = "Ask about the pictures of this folder. Default: drawn ones of 512 x 512.", HelpName = "FOLDER" };
    private static readonly Option<double> Seconds = new("--seconds") { Description = "How long it is asked at each size of batch. Default: 3.", DefaultValueFactory = static _ => 3, HelpName = "N" };

    public static Command Create() => new Command("bench", "Measure a model: answers a second at batches of 1, 2, 4 and 8, time to load, memory.") { Name, Pictures, Seconds }.DoesHere(BenchAsync);

    private static async Task<int> BenchAsync(Invocation invocation)
    {
        var name = invocation.Get(Name)!;
        var seconds = invocation.Get(Seconds);
        if (seconds is not (> 0 and <= 3600))
        {
            throw CommandException.BadInput(CliCodes.BadArguments, "`--seconds` is more than 0 and at most 3600");
        }

        var options = LocalModels.OptionsOf(invocation);
        var kind = await KindAsync(invocation, name).ConfigureAwait(false);
        using var drawn = invocation.Has(Pictures) ? null : new SamplePictures();
        var pictures = drawn?.Paths ?? PicturesOf(invocation.Get(Pictures)!);
        var rows = new List<BenchRow>();
        foreach (var size in kind is ModelKind.Vlm or ModelKind.TextGeneration ? [1] : Sizes)
        {
            var measured = await ModelBench.MeasureAsync(options, name, pictures, size, TimeSpan.FromSeconds(seconds), invocation.Time, invocation.Interrupted).ConfigureAwait(false);
            if (!measured.TryGet(out var row, out var failure))
            {
                throw CommandException.Refused(failure.Code, failure.Message);
            }

            rows.Add(row);
        }

        Say(invocation.Terminal, name, kind, rows);
        return ExitCodes.Done;
    }

    private static async Task<ModelKind> KindAsync(Invocation invocation, string name)
    {
        await using var runtime = LocalModels.Open(invocation);
        var model = await LocalModels.NamedAsync(invocation, runtime, name).ConfigureAwait(false);
        return model.Failure is { } failure ? throw CommandException.Refused(failure.Code, failure.Message) : model.Check!.Identity.Kind;
    }

    private static IReadOnlyList<string> PicturesOf(string folder)
    {
        var full = Path.GetFullPath(folder);
        string[] found = Directory.Exists(full) ? [.. Directory.EnumerateFiles(full).Where(static file => Endings.Contains(Path.GetExtension(file).ToLowerInvariant())).Order(StringComparer.Ordinal)] : [];
        return found.Length > 0 ? found : throw CommandException.BadInput(CliCodes.FileTrouble, $"there are no pictures in {full}");
    }

    private static void Say(Terminal terminal, string name, ModelKind kind, IReadOnlyList<BenchRow> rows)
    {
        if (terminal.Json)
        {
            terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("name", name);
                writer.WriteString("kind", KindNames.Of(kind));
                writer.WriteStartArray("batches");
                foreach (var row in rows)
                {
                    writer.WriteStartObject();
                    writer.WriteNumber("batch_size", row.BatchSize);
                    writer.WriteNumber("items_per_second", Math.Round(row.ItemsPerSecond, 2));
                    writer.WriteNumber("load_ms", Math.Round(row.LoadTime.TotalMilliseconds));
                    writer.WriteNumber("memory_bytes", row.Bytes);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
            return;
        }

        var table = new TextTable("BATCH", "ITEMS/S", "LOAD", "MEMORY");
        foreach (var row in rows)
        {
            table.Add(row.BatchSize.ToString(CultureInfo.InvariantCulture), row.ItemsPerSecond.ToString("0.0", CultureInfo.InvariantCulture), Texts.Duration(row.LoadTime), SizeText.Format(row.Bytes));
        }

        table.WriteTo(terminal);
    }
}
