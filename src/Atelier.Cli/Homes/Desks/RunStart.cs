using System.Text.Json;
using Atelier.Cli.Runs;
using Atelier.Engine.Runs;
using Atelier.Hosting.Workflows;

namespace Atelier.Cli.Homes.Desks;

/// <summary>A run to start.</summary>
/// <param name="File">Its workflow, with the texts of all that it inlines.</param>
/// <param name="Given">Inputs as people gave them: a server binds them, for paths mean its files.</param>
/// <param name="Inputs">Inputs as bound here; undefined where a server does that.</param>
/// <param name="Options">Limits and overrides.</param>
/// <param name="Key">The same key never starts two.</param>
internal sealed record RunStart(WorkflowFile File, GivenInputs Given, JsonElement Inputs, RunOptions Options, string Key);
