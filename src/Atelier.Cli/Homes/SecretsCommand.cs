using System.CommandLine;
using System.Text;
using Atelier.Cli.Runs;
using Atelier.Cli.Terminals;
using Atelier.Hosting.Owners;

namespace Atelier.Cli.Homes;

/// <summary><c>atelier secrets set|list|rm</c>. Values come from standard input only: arguments are visible to every process of the machine.</summary>
internal static class SecretsCommand
{
    private static readonly Argument<string> Name = new("NAME");

    public static Command Create() => new("secrets", "Keep passwords and keys that workflows name.")
    {
        new Command("set", "Keep a secret; its value is read from the terminal or from standard input.") { Name }.Does(SetAsync),
        new Command("list", "List the names of secrets.").Does(ListAsync),
        new Command("rm", "Forget a secret.") { Name }.Does(RemoveAsync),
    };

    private static Task<int> SetAsync(Invocation invocation)
    {
        var name = invocation.Get(Name)!;
        var value = Console.IsInputRedirected ? Console.In.ReadToEnd().TrimEnd('\r', '\n') : ReadHidden(name);
        return value.Length == 0
            ? throw CommandException.BadInput(CliCodes.BadArguments, "the value is empty")
            : SteeringSession.AskAsync(invocation, new OwnerRequest.SetSecret(name, value), $"{name} is kept; workflows read it as ${{secrets.{name}}}.", string.Empty);
    }

    private static async Task<int> ListAsync(Invocation invocation)
    {
        var reply = await SteeringSession.AskAsync(invocation, new OwnerRequest.ListSecrets()).ConfigureAwait(false);
        var secrets = reply.Secrets!.OrderBy(static secret => secret.Key, StringComparer.Ordinal).ToList();
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("secrets");
                foreach (var (name, at) in secrets)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", name);
                    writer.WriteString("set", DateTimeOffset.FromUnixTimeMilliseconds(at));
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
            return ExitCodes.Done;
        }

        var table = new TextTable("SECRET", "SET");
        secrets.ForEach(secret => table.Add(secret.Key, Texts.Moment(secret.Value)));
        table.WriteTo(invocation.Terminal);
        return ExitCodes.Done;
    }

    private static async Task<int> RemoveAsync(Invocation invocation)
    {
        var name = invocation.Get(Name)!;
        var reply = await SteeringSession.AskAsync(invocation, new OwnerRequest.RemoveSecret(name)).ConfigureAwait(false);
        if (!reply.Done)
        {
            throw CommandException.Refused(CliCodes.NoSuchSecret, $"there is no secret `{name}`");
        }

        invocation.Terminal.Say($"{name} is forgotten.");
        return ExitCodes.Done;
    }

    private static string ReadHidden(string name)
    {
        Console.Error.Write($"Value of {name}: ");
        var value = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                value.Length = Math.Max(0, value.Length - 1);
            }
            else if (key.KeyChar != '\0')
            {
                value.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return value.ToString();
    }
}
