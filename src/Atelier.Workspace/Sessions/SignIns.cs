using System.Net;
using Atelier.Workspace.Throttling;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Sessions;

/// <summary>Checks names and passwords.</summary>
public sealed class SignIns(IWorkspaceStore store, BrowserSessions sessions, SignInThrottle throttle, RandomBytes random) : IDisposable
{
    // Each check keeps a core busy for a part of a second; more at once would let strangers stop all other work.
    private const int AtOnce = 2;
    private const int MaxWaiting = 32;
    private static readonly TimeSpan Crowded = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _checks = new(AtOnce);
    private int _waiting;

    /// <summary>Signs a user in. A refusal takes as long as a success, whether or not the user exists.</summary>
    public async Task<SignInResult> TryAsync(string name, string password, IPAddress address, string agent, CancellationToken cancellationToken)
    {
        if (throttle.Begin(name, address) is var wait && wait > TimeSpan.Zero)
        {
            return new SignInResult.Throttled(wait);
        }

        var user = password.Length <= UserRules.MaxPassword ? store.Users.FindByName(name) : null;
        if (await VerifiesAsync(user, password, cancellationToken).ConfigureAwait(false) is not { } right)
        {
            return new SignInResult.Throttled(Crowded);
        }

        if (!right || user is not { Disabled: null })
        {
            return new SignInResult.Refused();
        }

        throttle.Succeeded(name, address);
        return new SignInResult.SignedIn(await sessions.OpenAsync(user, address.ToString(), agent).ConfigureAwait(false));
    }

    /// <summary>
    /// Changes a user's own password, who shows the present one. Every session ends, and a new one is opened. Tries count as tries to sign in: a browser left open is no
    /// way to guess.
    /// </summary>
    public async Task<Answer<OpenedSession>> ChangePasswordAsync(User user, string present, string wanted, IPAddress address, string agent, CancellationToken cancellationToken)
    {
        if (throttle.Begin(user.Name, address) is var wait && wait > TimeSpan.Zero)
        {
            return new WorkspaceRefusal(WorkspaceCodes.SignInThrottled, "too many tries", $"wait {Math.Ceiling(wait.TotalSeconds)} s");
        }

        if (await VerifiesAsync(user, present, cancellationToken).ConfigureAwait(false) is not true)
        {
            return new WorkspaceRefusal(WorkspaceCodes.PresentPasswordWrong, "the present password is another", "type the one you signed in with");
        }

        throttle.Succeeded(user.Name, address);
        if (UserRules.CheckPassword(user.Name, wanted) is { } refusal)
        {
            return refusal;
        }

        await store.Users.SetPasswordAsync(user.Id, PasswordHash.Of(wanted, random), mustChange: false).ConfigureAwait(false);
        return await sessions.OpenAsync(store.Users.Find(user.Id) ?? user, address.ToString(), agent).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void Dispose() => _checks.Dispose();

    // Null: too many wait already.
    private async Task<bool?> VerifiesAsync(User? user, string password, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _waiting) > MaxWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return null;
        }

        try
        {
            await _checks.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                var hash = (user is null ? null : store.Users.FindPassword(user.Id)) ?? PasswordHash.Nobody;
                var right = await Task.Run(() => hash.Verifies(password), CancellationToken.None).ConfigureAwait(false);
                if (right && hash.IsDated)
                {
                    await store.Users.RenewPasswordAsync(user!.Id, PasswordHash.Of(password, random)).ConfigureAwait(false);
                }

                return right;
            }
            finally
            {
                _checks.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
