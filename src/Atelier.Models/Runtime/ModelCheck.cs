using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Models.Runtime;

/// <summary>What is known of a model before it is loaded.</summary>
/// <param name="Identity">Name, kind, digest.</param>
/// <param name="Source">Its folder, or the server's address.</param>
/// <param name="Where">Where it is registered.</param>
/// <param name="Device">Where it is loaded.</param>
/// <param name="Bytes">What it takes: measured when it was loaded here, else estimated; 0 for a server.</param>
/// <param name="LoadTime">The same for its load.</param>
/// <param name="BatchSize">Questions in a batch at most.</param>
/// <param name="TooLarge">Why the budget never holds it; null: it does.</param>
public sealed record ModelCheck(ModelIdentity Identity, string Source, string Where, string Device, long Bytes, TimeSpan LoadTime, int BatchSize, StepFailure? TooLarge);
