using System.Buffers;
using Atelier.Language.Cel.Json;
using Atelier.Language.Cel.Values;
using Atelier.Sdk;

namespace Atelier.Engine.Values;

/// <summary>Values as stored bytes.</summary>
internal static class ValueJson
{
    /// <summary>Largest value kept with its outcome; larger ones become artifacts.</summary>
    public const int MaxInline = 256 * 1024;

    /// <summary>UTF-8 JSON of a value; the failure says what has no JSON form.</summary>
    public static byte[]? Write(CelValue value, out StepFailure? failure)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        if (CelJson.Write(value, buffer) is { } error)
        {
            failure = StepFailure.Permanent(error.Code, $"{error.Message}. Convert it, for example with string().");
            return null;
        }

        failure = null;
        return buffer.WrittenSpan.ToArray();
    }
}
