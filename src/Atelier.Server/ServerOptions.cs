using System.Net;

namespace Atelier.Server;

/// <summary>How a server is started.</summary>
public sealed record ServerOptions
{
    /// <summary>The port unless one is given.</summary>
    public const int StandardPort = 8470;

    /// <summary>Absolute path of the home that it owns.</summary>
    public required string Home { get; init; }

    /// <summary>The address it listens on. Default: this machine only.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0: any free one. Default <see cref="StandardPort"/>.</summary>
    public int Port { get; init; } = StandardPort;

    /// <summary>Folders, absolute, that files and folders may be picked from and that inputs may name. The first is what relative paths start from.</summary>
    public required IReadOnlyList<string> Roots { get; init; }

    /// <summary>The address people open where a proxy stands before the server, <c>https://atelier.example.org</c>; null: none does.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The folder of the built screens; null or missing: the API alone is served.</summary>
    public string? UiFolder { get; init; }

    /// <summary>Requests a second of a token, with three times as many at once. Default 5,000.</summary>
    public int RequestsOfPrograms { get; init; } = 5_000;

    /// <summary>Requests a second of a user in browsers. Default 200.</summary>
    public int RequestsOfPeople { get; init; } = 200;

    /// <summary>Requests a second of an address where nobody is signed in. Default 20.</summary>
    public int RequestsOfNobody { get; init; } = 20;

    /// <summary>A file, absolute, that holds a token with which everything may be done while the server lives; readable by its user alone, removed at the end. Null: none.</summary>
    public string? TokenFile { get; init; }

    /// <summary>Where metrics and traces are sent, an OpenTelemetry collector that takes OTLP over HTTP: <c>http://localhost:4318</c>. Null: nowhere.</summary>
    public Uri? TelemetryEndpoint { get; init; }

    /// <summary>How often metrics are sent there. Default: a minute.</summary>
    public TimeSpan TelemetryEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Queues whose steps only workers run (<c>atelier worker</c>, programs in other languages). Default: none.</summary>
    public IReadOnlySet<string> RemoteQueues { get; init; } = new HashSet<string>();

    /// <summary>True: other machines can reach it.</summary>
    public bool Exposed => !IPAddress.IsLoopback(Address);
}
