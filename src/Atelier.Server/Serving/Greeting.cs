using Atelier.Workspace.Users;

namespace Atelier.Server.Serving;

/// <summary>What the server tells who started it.</summary>
internal static class Greeting
{
    public static void Write(ServerApp app, TextWriter output)
    {
        output.WriteLine($"Atelier serves {app.Options.Home} at {app.Address}");
        if (app.FirstPassword is { } password)
        {
            output.WriteLine($"Sign in as {UserDesk.FirstName} with {password} and change it there: it is shown only now.");
        }

        if (app.Options.TokenFile is { } file)
        {
            output.WriteLine($"A token for scripts of this machine is in {file} while the server lives.");
        }

        if (app.Options.Exposed)
        {
            output.WriteLine($"Other machines can reach it ({app.Options.Address}). Put a proxy with TLS before it, and say its address with --public-url.");
        }

        output.WriteLine("Ctrl-C stops it; runs go on with the next start.");
        output.Flush();
    }
}
