using Atelier.Sdk.Models;

namespace Atelier.Actions.Vision;

/// <summary>An answer and who gave it.</summary>
internal sealed record ModelReply<T>(T Answer, ModelIdentity Model);
