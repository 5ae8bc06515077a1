using Atelier.Sdk.Models;
using YamlDotNet.Core;

namespace Atelier.Models.Registry;

/// <summary>The keys of a model.</summary>
internal static class ModelKeys
{
    private const int MostThreads = 1_024;
    private const int MostBatch = 1_024;

    /// <summary>All, as written.</summary>
    public static readonly string[] Known =
    [
        "source", "kind", "device", "memory", "threads", "batch_size", "max_wait", "timeout", "pin", "preload", "idle", "options", "labels", "model", "api_key", "prices", "limits", "description",
    ];

    /// <summary>The definition with one more key.</summary>
    public static ModelDefinition Apply(ModelDefinition model, EntryValue entry, Mark at)
    {
        switch (entry.Key)
        {
            case "source":
                return model;
            case "kind":
                return model with { Kind = Kind(entry) };
            case "device":
                return model with { Device = entry.Text() ?? model.Device };
            case "memory":
                return model with { Memory = entry.Size() };
            case "threads":
                return model with { Threads = entry.Count(MostThreads) };
            case "batch_size":
                return model with { BatchSize = entry.Count(MostBatch) };
            case "max_wait":
                return model with { MaxWait = entry.Time() ?? model.MaxWait };
            case "timeout":
                return model with { Timeout = entry.Time() };
            case "pin":
                return model with { Pin = entry.Flag() ?? false };
            case "preload":
                return model with { Preload = entry.Flag() ?? false };
            case "idle":
                return model with { Idle = entry.Time() };
            case "options":
                return model with { Options = entry.Object() };
            case "labels":
                return model with { Labels = entry.Texts() };
            default:
                return Server(model, entry, at);
        }
    }

    private static ModelDefinition Server(ModelDefinition model, EntryValue entry, Mark at)
    {
        switch (entry.Key)
        {
            case "model":
                return model with { ServerModel = entry.Text() };
            case "api_key":
                return model with { KeySecret = Secret(entry) };
            case "prices":
                var prices = entry.Members("input", "output").ToDictionary(static price => price.Key, static price => price.Money() ?? 0);
                return model with { Prices = new ModelPrices(prices.GetValueOrDefault("input"), prices.GetValueOrDefault("output")) };
            case "description":
                return model;
            case "limits":
                var limits = entry.Members("requests_per_minute", "tokens_per_minute").ToDictionary(static limit => limit.Key, static limit => limit.Count(int.MaxValue));
                return model with { RateLimits = new ModelRateLimits(limits.GetValueOrDefault("requests_per_minute"), limits.GetValueOrDefault("tokens_per_minute")) };
            default:
                entry.Reader.Add(RegistryCodes.WrongEntry, at, $"`{entry.Key}` is no key of a model.{NearName.Hint(entry.Key, Known)}");
                return model;
        }
    }

    private static ModelKind? Kind(EntryValue entry)
    {
        if (entry.Text() is not { } name)
        {
            return null;
        }

        if (KindNames.Find(name) is { } kind)
        {
            return kind;
        }

        entry.Reader.Add(RegistryCodes.WrongEntry, entry.Node.Start, $"there is no kind `{name}`.{NearName.Hint(name, KindNames.All)}");
        return null;
    }

    /// <summary>Keys never stand in files: <c>secret:NAME</c>, or the name alone, is the secret that holds one.</summary>
    private static string? Secret(EntryValue entry)
    {
        const string Prefix = "secret:";
        if (entry.Text() is not { } text)
        {
            return null;
        }

        var name = text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text;
        if (name.Length > 0 && name.All(static character => char.IsAsciiLetterOrDigit(character) || character == '_'))
        {
            return name;
        }

        entry.Reader.Add(RegistryCodes.WrongEntry, entry.Node.Start, "`api_key` is the name of a secret of the home, of letters, digits and `_` (`atelier secrets set NAME`)");
        return null;
    }
}
