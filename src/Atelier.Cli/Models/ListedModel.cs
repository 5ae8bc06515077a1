using Atelier.Api.Models;
using Atelier.Models.Registry;
using Atelier.Models.Runtime;
using Atelier.Sdk;

namespace Atelier.Cli.Models;

/// <summary>A registered model as lists show it, of a home of this machine or of one that a server keeps.</summary>
internal sealed record ListedModel
{
    /// <summary>As workflows ask it.</summary>
    public required string Name { get; init; }

    /// <summary>What it can be asked, as <see cref="KindNames"/> has it; <c>unknown</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Of its files; null: none has been read.</summary>
    public string? Digest { get; init; }

    /// <summary>What is registered.</summary>
    public required ModelRegistration Registration { get; init; }

    public static ListedModel Of(RegisteredModel model) => new()
    {
        Name = model.Definition.Name,
        Kind = ModelText.KindOf(model),
        Digest = model.Check?.Identity.Digest,
        Registration = new ModelRegistration
        {
            BuiltIn = model.IsBuiltIn,
            Demo = model.Check?.Identity.IsDemo ?? model.IsBuiltIn,
            Source = model.Definition.Source.Text,
            Remote = model.Definition.Source is ModelSource.Server,
            Where = model.Definition.Where,
            Device = model.Definition.Device,
            Files = model.Files.Count,
            FileBytes = model.FileBytes,
            MemoryBytes = model.Check?.Bytes ?? 0,
            BatchSize = model.Check?.BatchSize ?? model.Definition.BatchSize ?? 0,
            Pin = model.Definition.Pin,
            Preload = model.Definition.Preload,
            TooLarge = model.Check?.TooLarge?.Message,
            Problem = ProblemOf(model.Failure),
        },
    };

    /// <summary>Null: no registry has it.</summary>
    public static ListedModel? Of(ModelResponse model) => model.Registration is not { } registration ? null : new ListedModel
    {
        Name = model.Name,
        Kind = model.Kind,
        Digest = model.Digest,
        Registration = registration,
    };

    private static ModelProblem? ProblemOf(StepFailure? failure) => failure is null ? null : new ModelProblem { Code = failure.Code, Message = failure.Message };
}
