namespace Atelier.Sdk.Models;

/// <summary>Where and on what terms a model behind an OpenAI-compatible server is asked (<see cref="ModelKind.Openai"/>).</summary>
/// <param name="BaseAddress">Up to the version, such as <c>http://127.0.0.1:11434/v1</c>; <c>chat/completions</c> and <c>embeddings</c> are below it.</param>
/// <param name="Model">The model's id on that server.</param>
/// <param name="ApiKey">Sent as bearer token, never logged or recorded; null: no authorization is sent.</param>
/// <param name="Prices">What its tokens cost; null: the table that comes with the product, else unknown.</param>
/// <param name="RateLimits">What may be asked a minute; null: no limit but the server's own.</param>
public sealed record ModelEndpoint(Uri BaseAddress, string Model, string? ApiKey, ModelPrices? Prices, ModelRateLimits? RateLimits);

/// <summary>Prices by a million tokens, all in one currency of the registrant's choice.</summary>
/// <param name="Input">Of tokens read.</param>
/// <param name="Output">Of tokens written.</param>
public sealed record ModelPrices(decimal Input, decimal Output);

/// <summary>How much may be asked of an endpoint in a minute, by all steps of the process together.</summary>
/// <param name="RequestsPerMinute">At least 1; null: no limit.</param>
/// <param name="TokensPerMinute">Read and written, at least 1; null: no limit.</param>
public sealed record ModelRateLimits(int? RequestsPerMinute, int? TokensPerMinute);
