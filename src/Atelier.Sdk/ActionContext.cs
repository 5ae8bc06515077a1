using System.Runtime.CompilerServices;
using System.Text.Json;
using Atelier.Sdk.Models;

namespace Atelier.Sdk;

/// <summary>What a body may use besides its input. One instance an attempt; not to be kept after the body ends.</summary>
public abstract class ActionContext
{
    /// <summary>Where this body runs.</summary>
    public abstract StepAddress Address { get; }

    /// <summary>The same for every attempt of a drive: pass it to receivers that remove doubles.</summary>
    public abstract string IdempotencyKey { get; }

    /// <summary>The clock; never read another.</summary>
    public abstract TimeProvider Time { get; }

    /// <summary>Bytes in and out.</summary>
    public abstract IArtifacts Artifacts { get; }

    /// <summary>Starting runs and sending signals.</summary>
    public abstract IRunControl Runs { get; }

    /// <summary>The models of the home and of the workflow. Where none are set up every question fails with the remedy.</summary>
    public virtual IModels Models => NoModels.Instance;

    /// <summary>
    /// Notes what made this outcome (<c>classic</c>, a model's <see cref="ModelIdentity.MadeBy"/>): shown as <c>made_by</c> beside the action. Several calls add up.
    /// </summary>
    public virtual void NoteMaker(string maker)
    {
    }

    /// <summary>Notes what a call cost; recorded with the outcome, also when the body fails afterwards.</summary>
    public virtual void NoteUsage(Usage usage)
    {
    }

    /// <summary>The folder relative paths of the workflow are resolved against: the one its file lies in.</summary>
    public abstract string BaseFolder { get; }

    /// <summary>An empty private folder, made on first use and removed after the body.</summary>
    public abstract string WorkFolder { get; }

    /// <summary>Writes a line to the step's log. Secrets are masked.</summary>
    public abstract void Log(StepLogLevel level, string message);

    /// <summary>Reports progress: <paramref name="fraction"/> in 0..1, or null when unknown.</summary>
    public abstract void Progress(double? fraction, string? text);

    /// <summary>Reads rows by pages, in source order.</summary>
    public abstract IAsyncEnumerable<Row> ReadRowsAsync(Rows rows, CancellationToken cancellationToken);

    /// <summary>The same from the row at <paramref name="skip"/> on; contexts whose rows lie in a store seek instead of reading over them.</summary>
    public virtual async IAsyncEnumerable<Row> ReadRowsAsync(Rows rows, long skip, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in ReadRowsAsync(rows, cancellationToken).ConfigureAwait(false))
        {
            if (skip-- <= 0)
            {
                yield return row;
            }
        }
    }

    /// <summary>Resolves a path of the workflow: <c>~</c>, relative to <see cref="BaseFolder"/>, or absolute.</summary>
    public string ResolvePath(string path)
    {
        if (path == "~" || path.StartsWith("~/", StringComparison.Ordinal))
        {
            path = Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[1..]);
        }

        return Path.GetFullPath(path, BaseFolder);
    }
}

/// <summary>How loud a log line is.</summary>
public enum StepLogLevel
{
    /// <summary>For finding mistakes.</summary>
    Debug,

    /// <summary>What happened.</summary>
    Info,

    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>Went wrong.</summary>
    Error,
}

/// <summary>What a body may do to runs. A refusal is a <see cref="RunControlException"/>.</summary>
public interface IRunControl
{
    /// <summary>Starts a separate run; the same <paramref name="idempotencyKey"/> never starts two. Returns its id.</summary>
    ValueTask<string> StartRunAsync(string workflow, JsonElement inputs, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>Sends a signal; the same <paramref name="id"/> is taken once.</summary>
    ValueTask SendSignalAsync(string run, string name, string? key, JsonElement payload, string id, CancellationToken cancellationToken);
}
