using Atelier.Language;
using Atelier.Models.Registry;

namespace Atelier.Hosting.Models;

/// <summary>What is known of a workflow's models before it runs.</summary>
/// <param name="Models">Those that it names outright.</param>
/// <param name="Mistakes">In the definitions that it brings along.</param>
public sealed record ModelOutlook(IReadOnlyList<NamedModel> Models, IReadOnlyList<RegistryMistake> Mistakes)
{
    /// <summary>It has none.</summary>
    public static ModelOutlook None { get; } = new([], []);

    /// <summary>What is wrong with them.</summary>
    /// <param name="runsHere">Whether it is about to run here: then a model that is not there is a mistake, else a warning, for it may be there where it runs.</param>
    public IReadOnlyList<Diagnostic> Diagnose(bool runsHere)
    {
        var found = Mistakes.Select(static mistake => new Diagnostic(mistake.Code, DiagnosticSeverity.Error, mistake.Message, new SourcePosition(mistake.File, mistake.Line, mistake.Column))).ToList();
        foreach (var model in Models)
        {
            var position = model.Steps[0].Position;
            if (model.Check?.TooLarge is { } never)
            {
                found.Add(new Diagnostic(never.Code, DiagnosticSeverity.Error, never.Message, position));
            }
            else if (model.Failure is { } failure && found.TrueForAll(mistake => mistake.Code != failure.Code))
            {
                found.Add(new Diagnostic(failure.Code, runsHere ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning, failure.Message, position));
            }
        }

        return found;
    }
}
