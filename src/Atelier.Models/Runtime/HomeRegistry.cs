using Atelier.Models.Files;
using Atelier.Models.Registry;

namespace Atelier.Models.Runtime;

/// <summary>The registry of a home, read again when its file has changed. Safe from many threads.</summary>
/// <param name="homeFolder">Absolute path of the home.</param>
public sealed class HomeRegistry(string homeFolder)
{
    private readonly Lock _gate = new();
    private FileStamp? _stamp;
    private ModelRegistry _registry = ModelRegistry.Empty;

    /// <summary>The file.</summary>
    public string File => Path.Join(homeFolder, "models.yaml");

    /// <summary>Where pulled models lie, a folder for each part of their id.</summary>
    public string HubFolder => Path.Join(homeFolder, "models");

    /// <summary>What it says now; a missing file says nothing, one that cannot be read is a mistake.</summary>
    public ModelRegistry Current
    {
        get
        {
            lock (_gate)
            {
                try
                {
                    if (!System.IO.File.Exists(File))
                    {
                        (_stamp, _registry) = (null, ModelRegistry.Empty);
                    }
                    else if (FileStamp.Of(File) is var stamp && stamp != _stamp)
                    {
                        _registry = RegistryReader.Read(System.IO.File.ReadAllText(File), File, homeFolder, HubFolder);
                        _stamp = stamp;
                    }
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    return ModelRegistry.Empty with { Mistakes = [new RegistryMistake(RegistryCodes.NoYaml, File, 1, 1, $"it cannot be read: {exception.Message}")] };
                }

                return _registry;
            }
        }
    }
}
