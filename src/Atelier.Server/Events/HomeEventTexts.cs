using System.Runtime.CompilerServices;
using System.Text.Json;
using Atelier.Api.Events;
using Atelier.Api.Serialization;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Live;
using Atelier.Server.Runs;

namespace Atelier.Server.Events;

/// <summary>Views of the home as events, made once however many watch.</summary>
internal sealed class HomeEventTexts(OwnedHome home)
{
    private readonly ConditionalWeakTable<HomeView, Lazy<byte[]>> _texts = [];

    /// <summary>The event of a view.</summary>
    public byte[] Of(HomeView view) => _texts.GetValue(view, made => new Lazy<byte[]>(() => Make(made, made.ManyRuns))).Value;

    /// <summary>The event of a view for who did not get the one before it: that more changed than it names.</summary>
    public byte[] OfMissed(HomeView view) => Make(view, many: true);

    private byte[] Make(HomeView view, bool many)
    {
        var made = new HomeEvent
        {
            Seq = view.Seq,
            Runs = [.. view.Runs.Select(home.Queries.FindOutline).OfType<Atelier.Engine.Stores.RunOutline>().Select(RunSummaries.Of)],
            ManyRuns = many,
            Running = view.Counts.Running,
            Approvals = (int)Math.Min(int.MaxValue, view.Counts.Questions),
        };
        return EventStream.Text("home", made.Seq, JsonSerializer.SerializeToUtf8Bytes(made, ApiJson.Options));
    }
}
