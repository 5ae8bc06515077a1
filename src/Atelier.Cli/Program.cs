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

        // The server reads its own options; nothing of the command line is needed before it.
        if (args is [Serving.ServeCommand.Name, ..])
        {
            return Task.FromResult(Serving.ServerProgram.Become(args[1..]));
        }

        return CommandLine.RunAsync(args is [] ? ["--help"] : args);
    }
}
