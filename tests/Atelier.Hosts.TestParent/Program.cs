using Atelier.Hosts.Processes;

// A parent for tests to kill: starts the program in its arguments, passes its lines on, and waits.
var options = new ChildProcessOptions
{
    Command = args[1..],
    HoldStandardInput = args[0] == "hold",
    OnStandardOutput = Console.WriteLine,
    OnStandardError = Console.Error.WriteLine,
};
if (!ChildProcess.TryStart(options, out var child, out var problem))
{
    Console.Error.WriteLine(problem);
    return 2;
}

Console.WriteLine($"child {child.Id}");
return (await child.Exited).Code;
