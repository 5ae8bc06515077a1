using System.Text.Json.Serialization;

namespace Atelier.Hosts.Media;

/// <summary>The wire form of the media host's requests and answers: snake_case, what is not set is left out.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InfoRequest))]
[JsonSerializable(typeof(PictureInfo))]
[JsonSerializable(typeof(PixelsRequest))]
[JsonSerializable(typeof(PicturePixels))]
[JsonSerializable(typeof(RenderRequest))]
[JsonSerializable(typeof(RenderedPicture))]
[JsonSerializable(typeof(ContactSheetRequest))]
[JsonSerializable(typeof(RenderedSheet))]
internal sealed partial class MediaJson : JsonSerializerContext;
