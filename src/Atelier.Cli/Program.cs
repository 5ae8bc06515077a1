namespace Atelier.Cli;

/// <summary>The program <c>atelier</c>.</summary>
internal static class Program
{
    private static Task<int> Main(string[] args)
    {
        // Answered before anything is loaded: scripts ask it often.
        if (args is ["--version"])
        {
            Console.Out.WriteLine(typeof(Program).Assembly.GetName().Version!.ToString(3));
            return Task.FromResult(ExitCodes.Done);
        }

        return CommandLine.RunAsync(args is [] ? ["--help"] : args);
    }
}
