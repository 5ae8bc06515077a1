using System.Runtime.CompilerServices;
using System.Text.Json;
using Atelier.Actions.Images;
using Atelier.Actions.Vision;
using Atelier.Sdk;

namespace Atelier.Actions.Embeddings;

/// <summary>
/// Reads the rows that have a vector, and sees to it that all vectors are of one length and, where they say so, of one model. A row that breaks this
/// ends the reading; <see cref="Failure"/> then says why.
/// </summary>
internal sealed class VectorRows(ActionContext context, string path)
{
    private const string Demo = "demo:";

    private int _length;

    /// <summary>Why reading ended early; null: it did not.</summary>
    public StepFailure? Failure { get; private set; }

    /// <summary>Who made the vectors, as the rows read so far say; null: they do not.</summary>
    public string? Model { get; private set; }

    /// <summary>Rows with a vector so far.</summary>
    public int Count { get; private set; }

    /// <summary>Rows without one (failed, rejected, left out) so far.</summary>
    public int Without { get; private set; }

    /// <summary>The vectors must fit this one.</summary>
    public VectorRows Like(EmbeddingVector query)
    {
        (_length, Model) = (query.Values.Length, query.Model);
        return this;
    }

    /// <summary>The name that a workflow gives a model, out of what <c>made_by</c> says of it: <c>demo:clip@1a2b3c</c> is <c>clip</c>.</summary>
    public static string? NameOf(string? madeBy) =>
        madeBy is null ? null
        : madeBy.LastIndexOf('@') is > 0 and var end ? madeBy[(madeBy.StartsWith(Demo, StringComparison.Ordinal) ? Demo.Length : 0)..end]
        : madeBy;

    /// <summary>Rows of a block, of a paged step, or written inline.</summary>
    public async IAsyncEnumerable<VectorRow> ReadAsync(Rows rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in context.ReadRowsAsync(rows, cancellationToken).ConfigureAwait(false))
        {
            var key = rows.IsHandle ? row.Key : RowFields.Text(row.Value, "key") ?? row.Key;
            if (Take(key, row.Value) is { } taken)
            {
                yield return taken;
            }
            else if (Failure is not null)
            {
                yield break;
            }
        }
    }

    /// <summary>Lines of JSON, as <c>data.write_jsonl</c> writes them.</summary>
    public async IAsyncEnumerable<VectorRow> ReadAsync(Artifact file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = await context.Artifacts.OpenReadAsync(file, cancellationToken).ConfigureAwait(false);
        using var reader = new StreamReader(stream);
        for (var number = 1; await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (!TryParse(line, out var value))
            {
                Failure = StepFailure.Permanent(ActionCodes.DataBroken, $"line {number} of `{file.Name}` is no JSON");
                yield break;
            }

            if (Take(RowFields.Text(value, "key") ?? number.ToString(), value) is { } taken)
            {
                yield return taken;
            }
            else if (Failure is not null)
            {
                yield break;
            }
        }
    }

    private static bool TryParse(string line, out JsonElement value)
    {
        try
        {
            value = JsonElement.Parse(line);
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    private VectorRow? Take(string key, JsonElement value)
    {
        if (RowFields.Find(value, path) is not { } held)
        {
            Without++;
            return null;
        }

        if (EmbeddingVector.Read(held) is not { } vector)
        {
            Failure = StepFailure.Permanent(VisionCodes.VectorsDiffer, $"the item `{key}` has no vector at `{path}`: expected base64 of 32-bit floats or a list of numbers");
            return null;
        }

        var model = vector.Model ?? Beside(value);
        if ((_length != 0 && _length != vector.Values.Length) || (Model is not null && model is not null && Model != model))
        {
            Failure = StepFailure.Permanent(
                VisionCodes.VectorsDiffer,
                $"the item `{key}` has a vector of {vector.Values.Length} numbers{Of(model)}, the others have {_length}{Of(Model)}: only vectors of one model can be compared");
            return null;
        }

        (_length, Model) = (vector.Values.Length, Model ?? model);
        Count++;
        return new VectorRow(key, VectorMath.Normalize(vector.Values), value);
    }

    private static string Of(string? model) => model is null ? string.Empty : $" of `{model}`";

    /// <summary>The model's name where the row holds the whole output of vision.embed: beside the vector.</summary>
    private string? Beside(JsonElement value)
    {
        var end = path.LastIndexOf('.');
        return path.EndsWith("vector", StringComparison.Ordinal) ? RowFields.Text(value, end < 0 ? "model" : path[..end] + ".model") : null;
    }
}
