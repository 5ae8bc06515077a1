namespace Atelier.Models.Decoding;

/// <summary>
/// A model gave tensors other than its kind must: a name, a shape or a value that cannot be read. The message is one sentence that names the tensor;
/// the model is broken for every item, so asking again helps nobody.
/// </summary>
public sealed class DecodingException(string message) : Exception(message);
