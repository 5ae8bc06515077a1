using System.Runtime.CompilerServices;

namespace Atelier.Cli.Tests.Servers;

/// <summary>Beside a server the program lacks libraries that ASP.NET Core brings; the build of the program itself has them.</summary>
internal static class OwnProgram
{
    [ModuleInitializer]
    internal static void Use() => AtelierProcess.Program = Path.Combine(
        AppContext.BaseDirectory.Replace("tests/Atelier.Cli.Remote.Tests", "src/Atelier.Cli", StringComparison.Ordinal).Replace("Atelier.Cli.Remote.Tests", "Atelier.Cli", StringComparison.Ordinal),
        "atelier");
}
