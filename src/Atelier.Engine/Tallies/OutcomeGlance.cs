using System.Text.Json;
using Atelier.Sdk.Models;

namespace Atelier.Engine.Tallies;

/// <summary>What counters need of an outcome's detail, read without making the rest of it.</summary>
/// <param name="Reused">True: a recorded result was taken.</param>
/// <param name="Milliseconds">Time of the body; null: none ran.</param>
/// <param name="Usage">What its calls of models cost; null: nothing.</param>
internal readonly record struct OutcomeGlance(bool Reused, double? Milliseconds, List<Usage>? Usage)
{
    /// <summary>Reads UTF-8 JSON of <see cref="Records.OutcomeDetail"/>; empty: nothing is said.</summary>
    public static OutcomeGlance Of(ReadOnlySpan<byte> detail)
    {
        var glance = default(OutcomeGlance);
        if (detail.IsEmpty)
        {
            return glance;
        }

        var reader = new Utf8JsonReader(detail);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("milliseconds"u8))
            {
                reader.Read();
                glance = glance with { Milliseconds = reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : null };
            }
            else if (reader.ValueTextEquals("why"u8))
            {
                reader.Read();
                glance = glance with { Reused = IsReused(ref reader) };
            }
            else if (reader.ValueTextEquals("usage"u8))
            {
                reader.Read();
                glance = glance with { Usage = Calls(ref reader) };
            }
            else
            {
                reader.Skip();
            }
        }

        return glance;
    }

    private static bool IsReused(ref Utf8JsonReader reader)
    {
        var reused = false;
        while (reader.TokenType != JsonTokenType.Null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var asked = reader.ValueTextEquals("reused"u8);
            reader.Read();
            reused |= asked && reader.TokenType == JsonTokenType.True;
            reader.Skip();
        }

        return reused;
    }

    private static List<Usage>? Calls(ref Utf8JsonReader reader)
    {
        List<Usage>? calls = null;
        while (reader.TokenType != JsonTokenType.Null && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            (calls ??= []).Add(Call(ref reader));
        }

        return calls;
    }

    private static Usage Call(ref Utf8JsonReader reader)
    {
        var call = new Usage(string.Empty, 0, 0, null);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("model"u8))
            {
                reader.Read();
                call = call with { Model = reader.GetString() ?? string.Empty };
            }
            else if (reader.ValueTextEquals("input_tokens"u8))
            {
                reader.Read();
                call = call with { InputTokens = reader.GetInt64() };
            }
            else if (reader.ValueTextEquals("output_tokens"u8))
            {
                reader.Read();
                call = call with { OutputTokens = reader.GetInt64() };
            }
            else if (reader.ValueTextEquals("cost"u8))
            {
                reader.Read();
                call = call with { Cost = reader.TokenType == JsonTokenType.Number ? reader.GetDecimal() : null };
            }
            else
            {
                reader.Skip();
            }
        }

        return call;
    }
}
