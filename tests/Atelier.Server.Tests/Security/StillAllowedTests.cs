using System.Security.Cryptography;
using Atelier.Api.Security;
using Atelier.Server.Security;
using Atelier.Workspace.Memory;
using Atelier.Workspace.Sessions;
using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Atelier.Server.Tests.Security;

public class StillAllowedTests
{
    private readonly MemoryWorkspaceStore _store = new();
    private readonly HandTimers _time = new();
    private readonly AccessTokens _tokens;
    private readonly BrowserSessions _sessions;
    private readonly User _anna;

    public StillAllowedTests()
    {
        _tokens = new AccessTokens(_store, _time, RandomNumberGenerator.GetBytes);
        _sessions = new BrowserSessions(_store, _time, RandomNumberGenerator.GetBytes);
        _ = _store.Users.AddAsync(new NewUser("admin", "Admin", Role.Admin, DateTimeOffset.UnixEpoch), PasswordHash.Nobody);
        _anna = _store.Users.AddAsync(new NewUser("anna", "Anna", Role.Operator, DateTimeOffset.UnixEpoch), PasswordHash.Nobody).Result!;
    }

    [Fact]
    public async Task Stream_OfSomebodyDisabled_Ends()
    {
        var session = await _sessions.OpenAsync(_anna, "::1", "Browser");
        using var stream = await StreamAsync(Identity.Of(_sessions.Find(session.Secret)!, session.Secret), Scope.Read);
        _time.Fire();
        Assert.False(stream.Aborted.IsCancellationRequested);

        await _store.Users.SaveAsync(_anna with { Disabled = DateTimeOffset.UnixEpoch });
        _time.Fire();
        Assert.True(stream.Aborted.IsCancellationRequested);
    }

    [Fact]
    public async Task Stream_OfARevokedToken_Ends()
    {
        var token = (await _tokens.CreateAsync(_anna, Scope.Read, "ci", Scope.Read, null)).Value!;
        using var stream = await StreamAsync(Identity.Of(_tokens.Find(token.Secret)!, null), Scope.Read);

        await _store.Tokens.RevokeAsync(token.Token.Id, DateTimeOffset.UnixEpoch);
        _time.Fire();
        Assert.True(stream.Aborted.IsCancellationRequested);
    }

    [Fact]
    public async Task Stream_OfSomebodyWhoLostTheRole_Ends()
    {
        var session = await _sessions.OpenAsync(_anna, "::1", "Browser");
        using var stream = await StreamAsync(Identity.Of(_sessions.Find(session.Secret)!, session.Secret), Scope.Run);

        await _store.Users.SaveAsync(_anna with { Role = Role.Viewer });
        _time.Fire();
        Assert.True(stream.Aborted.IsCancellationRequested);
    }

    [Fact]
    public async Task Stream_LeftOpen_DoesNotKeepItsSession()
    {
        var session = await _sessions.OpenAsync(_anna, "::1", "Browser");
        using var stream = await StreamAsync(Identity.Of(_sessions.Find(session.Secret)!, session.Secret), Scope.Read);
        for (var hour = 0; hour < 12; hour++)
        {
            Assert.False(stream.Aborted.IsCancellationRequested);
            _time.Now += TimeSpan.FromHours(1);
            _time.Fire();
        }

        Assert.True(stream.Aborted.IsCancellationRequested);
    }

    private async Task<OpenStream> StreamAsync(Identity identity, Scope needed)
    {
        var stream = new OpenStream();
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpRequestLifetimeFeature>(stream);
        context.Features.Set(identity);
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new RequiredScope(needed)), "stream"));
        var begun = new TaskCompletionSource();
        stream.Running = new StillAllowed(
            async asked =>
            {
                begun.SetResult();
                var ended = new TaskCompletionSource();
                await using var registration = asked.RequestAborted.Register(ended.SetResult);
                await ended.Task;
            },
            _time,
            _tokens,
            _sessions).InvokeAsync(context);
        await begun.Task;
        return stream;
    }

    /// <summary>A request that goes on until it is ended.</summary>
    private sealed class OpenStream : IHttpRequestLifetimeFeature, IDisposable
    {
        private readonly CancellationTokenSource _abort = new();

        public Task? Running { get; set; }

        public CancellationToken Aborted => _abort.Token;

        CancellationToken IHttpRequestLifetimeFeature.RequestAborted { get => _abort.Token; set => throw new NotSupportedException(); }

        public void Abort() => _abort.Cancel();

        public void Dispose()
        {
            _abort.Cancel();
            Running?.Wait(TimeSpan.FromSeconds(30));
            _abort.Dispose();
        }
    }

    /// <summary>A clock whose timers fire when a test says so.</summary>
    private sealed class HandTimers : TimeProvider
    {
        private readonly List<Hand> _hands = [];

        public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch;

        public override DateTimeOffset GetUtcNow() => Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var hand = new Hand(this, callback, state);
            _hands.Add(hand);
            return hand;
        }

        public void Fire() => _hands.ToList().ForEach(static hand => hand.Fire());

        private sealed class Hand(HandTimers time, TimerCallback callback, object? state) : ITimer
        {
            public void Fire() => callback(state);

            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => time._hands.Remove(this);

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
