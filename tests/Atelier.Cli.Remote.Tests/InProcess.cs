using System.Text.Json;

namespace Atelier.Cli.Tests.Servers;

/// <summary>Commands in the process of the tests: many are compared, and a process each would take its time. One at a time, for the console is one.</summary>
internal static class InProcess
{
    private static readonly SemaphoreSlim One = new(1);

    public static async Task<Answer> RunAsync(params string[] arguments)
    {
        await One.WaitAsync(TestContext.Current.CancellationToken);
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var told = new StringWriter();
        try
        {
            Console.SetOut(said);
            Console.SetError(told);
            var exit = await CommandLine.RunAsync(arguments);
            return new Answer(exit, said.ToString(), told.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
            One.Release();
        }
    }

    /// <summary>What a command left.</summary>
    internal sealed record Answer(int Exit, string Output, string Error)
    {
        public JsonElement Json => JsonElement.Parse(Output);

        public override string ToString() => $"exit {Exit}\n--- output\n{Output}\n--- error\n{Error}";
    }
}
