using Atelier.Models.Files;
using Atelier.Models.Lanes;

namespace Atelier.Models.Questions;

/// <summary>A question in the words of the protocol, and what its answer means.</summary>
/// <param name="Operation">The protocol's name.</param>
/// <param name="Item">A JSON object.</param>
/// <param name="Read">The answer; throws <see cref="Decoding.DecodingException"/> when the tensors are not those of the model's kind.</param>
internal sealed record Question<T>(string Operation, byte[] Item, Func<WireItem, T> Read)
{
    /// <summary>A JSON object; questions with equal ones share a batch.</summary>
    public string Parameters { get; init; } = "{}";

    /// <summary>Takes text as it comes; null: it comes whole.</summary>
    public Action<string>? OnText { get; init; }
}

/// <summary>Whom a question goes to.</summary>
/// <param name="Model">The model.</param>
/// <param name="Labels">Its words for its classes; null: none.</param>
internal readonly record struct AskedModel(KnownModel Model, IReadOnlyList<string>? Labels);
