using System.CommandLine;
using Atelier.Models.Registry;
using Atelier.Models.Runtime;
using Atelier.Sdk;

namespace Atelier.Cli.Models;

/// <summary>
/// <c>atelier models remove NAME</c>: takes a model out of the home's registry, and its files with it when they were pulled and no other name stands for them. A run
/// that has it in memory ends with it.
/// </summary>
internal static class RemoveCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "As workflows ask it." };
    private static readonly Option<bool> Keep = new("--keep-files") { Description = "Leave pulled files in the home." };

    public static Command Create() => new Command("remove", "Take a model out of the home; files that `models pull` fetched go too. Nothing outside the home is touched.") { Name, Keep }.DoesHere(Remove);

    private static int Remove(Invocation invocation)
    {
        var name = invocation.Get(Name)!;
        var registry = new HomeRegistry(invocation.Home);
        var before = registry.Current;
        RegistryEdit edit;
        long? freed = null;
        try
        {
            edit = RegistryFile.Change(registry.File, text => RegistryText.Remove(text, name));
            if (edit.IsDone && !invocation.Get(Keep) && FolderToDelete(registry, before, name) is { } folder)
            {
                freed = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(static file => file.Length);
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Refused(CliCodes.FileTrouble, exception.Message);
        }

        if (!edit.IsDone)
        {
            throw CommandException.Refused(edit.Code, $"{edit.Reason}{(before.Models.TryGetValue(name, out var there) ? $": see {there.Where}" : $" ({registry.File}); models that come along stay")}");
        }

        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("name", name);
                writer.WriteNumber("freed", freed ?? 0);
                writer.WriteEndObject();
            });
        }
        else
        {
            invocation.Terminal.Say(freed is { } bytes ? $"{name} is removed, {SizeText.Format(bytes)} are free again." : $"{name} is removed; its files stay where they are.");
        }

        return ExitCodes.Done;
    }

    /// <summary>The folder of a pulled model that nobody else names; null: there is nothing to delete.</summary>
    private static string? FolderToDelete(HomeRegistry registry, ModelRegistry before, string name)
    {
        if (before.Models.GetValueOrDefault(name)?.Source is not ModelSource.Hub hub || !Directory.Exists(hub.Path) || !Directory.Exists(registry.HubFolder)
            || !Path.GetFullPath(hub.Path).StartsWith(Path.GetFullPath(registry.HubFolder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return null;
        }

        // A registry with mistakes may name the folder in an entry that could not be read.
        var others = before.Models.Values.Where(model => model.Name != name).Select(static model => model.Source.LocalFolder);
        return before.Mistakes.Count > 0 || others.Any(folder => folder is not null && (folder + "/").StartsWith(hub.Path + "/", StringComparison.Ordinal)) ? null : hub.Path;
    }
}
