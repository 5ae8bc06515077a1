using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using System.Xml;
using Atelier.Sdk;

namespace Atelier.Actions.Images.Metadata;

/// <summary>Whether metadata go into a file beside the picture.</summary>
internal enum SidecarUse
{
    Auto,
    Always,
    Only,
}

/// <summary>What <c>images.write_metadata</c> takes. What is not given stays as the picture has it.</summary>
internal sealed record WriteMetadataInput
{
    [Description("The picture.")]
    public required Artifact Image { get; init; }

    [Description("Title (XMP dc:title).")]
    public string? Title { get; init; }

    [Description("Description (XMP dc:description, EXIF ImageDescription).")]
    public string? Description { get; init; }

    [Description("Who made it (XMP dc:creator, EXIF Artist).")]
    public IReadOnlyList<string>? Creators { get; init; }

    [Description("Rights (XMP dc:rights, EXIF Copyright).")]
    public string? Rights { get; init; }

    [Description("Keywords (XMP dc:subject); they replace those that are there.")]
    public IReadOnlyList<string>? Keywords { get; init; }

    [Description("Stars from 0 to 5, or -1 for rejected (XMP xmp:Rating).")]
    [Range(-1, 5)]
    public double? Rating { get; init; }

    [Description("Further fields by name; values that are no texts are written as JSON.")]
    public IReadOnlyDictionary<string, JsonElement>? Fields { get; init; }

    [Description("`auto`: into the picture (jpeg, png, webp), or into a sidecar `.xmp` when its format has no room; `always`: a sidecar too; `only`: a sidecar, and the picture as it is.")]
    [DefaultValue(SidecarUse.Auto)]
    public SidecarUse Sidecar { get; init; }
}

/// <summary>What <c>images.write_metadata</c> yields.</summary>
internal sealed record WriteMetadataOutput(
    [property: Description("The picture, with the metadata inside when they are embedded.")] Artifact Image,
    [property: Description("The sidecar, when there is one.")] Artifact? Sidecar,
    [property: Description("Whether the metadata are in the picture.")] bool Embedded);

/// <summary><c>images.write_metadata</c>: makes a new picture with EXIF and XMP; the pixels are carried over, never coded again.</summary>
internal sealed class WriteMetadataAction : StepAction<WriteMetadataInput, WriteMetadataOutput>
{
    private const int MaxBytes = 512 * 1024 * 1024;

    public override ActionMetadata Metadata { get; } = new("images.write_metadata", 1, ReuseClass.Pure, "Writes title, keywords and further metadata into a picture or a sidecar.")
    {
        Example = """
            - id: tagged
              uses: images.write_metadata
              with: { image: "${painting}", title: Starry Night, keywords: [night, stars] }
            """,
    };

    protected override async ValueTask<ActionResult<WriteMetadataOutput>> ExecuteAsync(WriteMetadataInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (input.Image.Size > MaxBytes)
        {
            return StepFailure.Permanent(ActionCodes.BadInput, $"the picture has {input.Image.Size} bytes; metadata are written into pictures up to {MaxBytes} bytes");
        }

        var path = await context.Artifacts.GetPathAsync(input.Image, cancellationToken).ConfigureAwait(false);
        var file = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        var old = EmbeddedMetadata.Read(file);
        var xmp = Describe(XmpPacket.Parse(old?.Xmp), input).ToString();
        var made = input.Sidecar == SidecarUse.Only || old is null ? null : new EmbeddedMetadata(Exif(old.Exif, input), xmp).WriteInto(file);
        var image = input.Image;
        if (made is not null)
        {
            using var content = new MemoryStream(made);
            image = await context.Artifacts.WriteAsync(content, image.MediaType, image.Name, cancellationToken).ConfigureAwait(false);
        }

        Artifact? sidecar = null;
        if (made is null || input.Sidecar == SidecarUse.Always)
        {
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(xmp));
            var name = Path.ChangeExtension(input.Image.Name ?? "picture", ".xmp");
            sidecar = await context.Artifacts.WriteAsync(content, "application/rdf+xml", name, cancellationToken).ConfigureAwait(false);
        }

        return new WriteMetadataOutput(image, sidecar, made is not null);
    }

    private static XmpPacket Describe(XmpPacket packet, WriteMetadataInput input)
    {
        Set(input.Title, text => packet.SetLanguageText(XmpNames.Dublin + "title", text));
        Set(input.Description, text => packet.SetLanguageText(XmpNames.Dublin + "description", text));
        Set(input.Creators, names => packet.SetList(XmpNames.Dublin + "creator", "Seq", names));
        Set(input.Rights, text => packet.SetLanguageText(XmpNames.Dublin + "rights", text));
        Set(input.Keywords, words => packet.SetList(XmpNames.Dublin + "subject", "Bag", words));
        Set(input.Rating?.ToString("0.##"), text => packet.SetText(XmpNames.Xmp + "Rating", text));
        foreach (var (name, value) in input.Fields ?? new Dictionary<string, JsonElement>())
        {
            var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
            packet.SetText(XmpNames.Own + XmlConvert.EncodeLocalName(name), text);
        }

        return packet;
    }

    private static byte[]? Exif(byte[]? old, WriteMetadataInput input)
    {
        var texts = new Dictionary<ushort, string>();
        Set(input.Description, text => texts[ExifTags.ImageDescription] = text);
        Set(input.Creators, names => texts[ExifTags.Artist] = string.Join("; ", names));
        Set(input.Rights, text => texts[ExifTags.Copyright] = text);
        return texts.Count == 0 ? old : ExifWriter.Set(old, texts);
    }

    private static void Set<T>(T? value, Action<T> set)
        where T : class
    {
        if (value is not null)
        {
            set(value);
        }
    }
}
