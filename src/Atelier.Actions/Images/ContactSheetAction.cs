using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Images;

/// <summary>What <c>images.contact_sheet</c> takes.</summary>
internal sealed record ContactSheetInput
{
    [Description("The pictures: the items of a block, or a list. Items without a picture (failed, rejected) are left out.")]
    public required Rows Items { get; init; }

    [Description("Where an item's picture is, as a path into its value; the value itself when it is a picture.")]
    [DefaultValue("image")]
    public string Image { get; init; } = "image";

    [Description("Where the line under a picture is, as a path into its value. Without it the item's key.")]
    public string? Label { get; init; }

    [Description("Pictures a row.")]
    [DefaultValue(5)]
    [Range(1, 50)]
    public int Columns { get; init; } = 5;

    [Description("Side of a cell in pixels.")]
    [DefaultValue(200)]
    [Range(16, 1024)]
    public int Cell { get; init; } = 200;

    [Description("Pixels between cells.")]
    [DefaultValue(8)]
    [Range(0, 256)]
    public int Gap { get; init; } = 8;

    [Description("Dark background with light labels.")]
    [DefaultValue(false)]
    public bool Dark { get; init; }

    [Description("Pictures on one sheet; more make further sheets.")]
    [DefaultValue(100)]
    [Range(1, 400)]
    public int PerSheet { get; init; } = 100;

    [Description("Format of the sheets.")]
    [DefaultValue(ImageFormat.Jpeg)]
    public ImageFormat Format { get; init; } = ImageFormat.Jpeg;
}

/// <summary>What <c>images.contact_sheet</c> yields.</summary>
internal sealed record ContactSheetOutput(
    [property: Description("The sheets, in order.")] IReadOnlyList<Artifact> Sheets,
    [property: Description("Pictures shown.")] int Pictures,
    [property: Description("Keys of items whose picture could not be decoded; they are grey cells.")] IReadOnlyList<string> Unreadable);

/// <summary><c>images.contact_sheet</c>: pictures in a grid with a line under each.</summary>
internal sealed class ContactSheetAction(MediaHostPool pool) : StepAction<ContactSheetInput, ContactSheetOutput>
{
    /// <summary>Sides of a sheet, so that its pixels stay a few hundred megabytes.</summary>
    private const int MaxSide = 16_000;

    public override ActionMetadata Metadata { get; } = new("images.contact_sheet", 1, ReuseClass.Pure, "Puts pictures into a grid with labels.")
    {
        Start = StartRecord.Unawaited,
        Example = """
            - id: sheet
              uses: images.contact_sheet
              with: { items: "${enrich.items}", image: thumbnail, columns: 6 }
            """,
    };

    protected override async ValueTask<ActionResult<ContactSheetOutput>> ExecuteAsync(ContactSheetInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var rows = Math.Min(input.PerSheet, 400) / input.Columns + 1;
        if (input.Columns * (input.Cell + input.Gap) > MaxSide || rows * (input.Cell + input.Gap + 22) > MaxSide)
        {
            return StepFailure.Permanent(ActionCodes.BadInput, $"a sheet of {input.PerSheet} cells of {input.Cell} pixels in {input.Columns} columns is larger than {MaxSide} pixels: lower `cell` or `per_sheet`");
        }

        var progress = new Sheets(input, pool, context);
        await foreach (var row in context.ReadRowsAsync(input.Items, cancellationToken).ConfigureAwait(false))
        {
            if (PictureOf(row.Value, input.Image) is not { } image)
            {
                continue;
            }

            var label = input.Label is null ? row.Key : RowFields.Text(row.Value, input.Label) ?? string.Empty;
            if (await progress.AddAsync(row.Key, image, label, cancellationToken).ConfigureAwait(false) is { } failure)
            {
                return failure;
            }
        }

        if (await progress.FinishAsync(cancellationToken).ConfigureAwait(false) is { } last)
        {
            return last;
        }

        var output = new ContactSheetOutput(progress.Done, progress.Pictures, progress.Unreadable);
        return output.Pictures == 0 ? new ActionResult<ContactSheetOutput>.Empty(output) : output;
    }

    private static Artifact? PictureOf(JsonElement value, string path) =>
        (RowFields.Find(value, path) ?? RowFields.Find(value, string.Empty)) is { ValueKind: JsonValueKind.Object } found
        && found.TryGetProperty("$artifact", out _) && ActionJson.TryRead<Artifact>(found, out var artifact, out _) ? artifact : null;

    /// <summary>Collects cells and makes a sheet of each full set.</summary>
    private sealed class Sheets(ContactSheetInput input, MediaHostPool pool, ActionContext context)
    {
        private readonly List<(string Key, SheetCell Cell)> _cells = [];

        public List<Artifact> Done { get; } = [];

        public List<string> Unreadable { get; } = [];

        public int Pictures { get; private set; }

        public async ValueTask<StepFailure?> AddAsync(string key, Artifact image, string label, CancellationToken cancellationToken)
        {
            _cells.Add((key, new SheetCell(await context.Artifacts.GetPathAsync(image, cancellationToken).ConfigureAwait(false), label)));
            Pictures++;
            return _cells.Count < input.PerSheet ? null : await FinishAsync(cancellationToken).ConfigureAwait(false);
        }

        public async ValueTask<StepFailure?> FinishAsync(CancellationToken cancellationToken)
        {
            if (_cells.Count == 0)
            {
                return null;
            }

            var name = $"contact-sheet-{Done.Count + 1}{input.Format.Extension()}";
            var output = Path.Join(context.WorkFolder, name);
            var request = new ContactSheetRequest(output, input.Format.Word(), input.Columns, input.Cell, input.Gap, input.Dark, [.. _cells.Select(cell => cell.Cell)]);
            var result = await pool.ContactSheetAsync(request, cancellationToken).ConfigureAwait(false);
            if (!result.TryGet(out var sheet, out var failure))
            {
                return failure;
            }

            Unreadable.AddRange(sheet.Unreadable.Select(cell => _cells[cell.Index].Key));
            Done.Add(await context.Artifacts.AdoptAsync(output, input.Format.MediaType(), name, cancellationToken).ConfigureAwait(false));
            _cells.Clear();
            return null;
        }
    }
}
