using System.Text.Json;
using System.Text.Json.Serialization;

namespace Atelier.Hosting.Owners;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(OwnerRequest))]
[JsonSerializable(typeof(OwnerReply))]
internal sealed partial class OwnerJson : JsonSerializerContext;
