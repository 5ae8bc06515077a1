namespace Atelier.Actions.Images.Edits;

/// <summary>Collects what was done and what was not.</summary>
internal sealed class EditNotes
{
    private readonly List<AppliedEdit> _applied = [];
    private readonly List<AppliedEdit> _skipped = [];

    public IReadOnlyList<AppliedEdit> Done => _applied;

    public IReadOnlyList<AppliedEdit> NotDone => _skipped;

    public void Applied(string edit, string detail) => _applied.Add(new AppliedEdit(edit, detail));

    public void Skipped(string edit, string why) => _skipped.Add(new AppliedEdit(edit, why));
}
