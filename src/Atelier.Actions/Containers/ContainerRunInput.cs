using System.ComponentModel;
using System.Text.Json;
using Atelier.Actions.Processes;

namespace Atelier.Actions.Containers;

/// <summary>What <c>container.run</c> takes.</summary>
internal sealed record ContainerRunInput : ToolInput
{
    [Description("The image: name, name:tag or name@digest. One that is not here is pulled.")]
    public required string Image { get; init; }

    [Description("The command and its arguments, as a list. An artifact becomes the path of a file with its bytes inside the container. Default: the image's own command.")]
    public IReadOnlyList<JsonElement>? Argv { get; init; }

    [Description("The folder inside the container in which the command starts; `files` and what `collect` takes lie in /work.")]
    [DefaultValue("/work")]
    public string Cwd { get; init; } = "/work";

    [Description("Memory at most, in the engine's notation: 512m, 4g. Default: no limit.")]
    public string? Memory { get; init; }

    [Description("Processors at most, such as 1.5. Default: no limit.")]
    public double? Cpus { get; init; }

    [Description("The network: none, bridge, host, or the name of one.")]
    [DefaultValue("none")]
    public string Network { get; init; } = "none";
}
