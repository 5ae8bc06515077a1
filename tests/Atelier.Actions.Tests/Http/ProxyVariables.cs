namespace Atelier.Actions.Tests.Http;

/// <summary>The environment names a proxy for as long as a test lasts.</summary>
internal sealed class ProxyVariables : IDisposable
{
    private static readonly string[] Names = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY"];
    private readonly Dictionary<string, string?> _before = Names.ToDictionary(static name => name, Environment.GetEnvironmentVariable);
    private readonly System.Net.IWebProxy _default = HttpClient.DefaultProxy;

    public ProxyVariables(string proxy, string? except)
    {
        foreach (var name in Names)
        {
            Environment.SetEnvironmentVariable(name, name.StartsWith("no", StringComparison.OrdinalIgnoreCase) ? except : proxy);
        }

        // Read once a process from these variables: given anew, as a process that starts with them has it.
        HttpClient.DefaultProxy = new System.Net.WebProxy(proxy) { BypassList = except is null ? [] : [except.Replace(".", "\\.", StringComparison.Ordinal)] };
    }

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        HttpClient.DefaultProxy = _default;
    }
}
