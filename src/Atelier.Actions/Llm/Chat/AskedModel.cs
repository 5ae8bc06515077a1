using Atelier.Actions.Http;
using Atelier.Sdk;

namespace Atelier.Actions.Llm.Chat;

/// <summary>A model that answers, wherever it runs.</summary>
internal abstract class AskedModel
{
    /// <summary>For <c>made_by</c>.</summary>
    public abstract string Maker { get; }

    /// <summary>Whether it holds its answers to a schema by itself; else the prompt says it.</summary>
    public abstract bool HoldsSchemas { get; }

    /// <summary>A text without what must never be written down, should the model say it.</summary>
    public virtual string Masked(string text) => text;

    /// <summary>It was given a schema and answered otherwise.</summary>
    public virtual void HeldNoSchema()
    {
    }

    /// <summary>Asks; notes what it cost. Throws <see cref="HttpFailureException"/>.</summary>
    public abstract ValueTask<ChatReply> AskAsync(IReadOnlyList<ChatTurn> turns, ChatWish wish, ActionContext context, Action<string> onText, CancellationToken cancellationToken);
}
