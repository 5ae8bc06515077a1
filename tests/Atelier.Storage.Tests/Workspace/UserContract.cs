using System.Security.Cryptography;
using Atelier.Api.Security;
using Atelier.Workspace.Access;
using Atelier.Workspace.Sessions;
using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;

namespace Atelier.Storage.Tests.Workspace;

/// <summary>Users, and what ends with them.</summary>
public abstract class UserContract(WorkspaceUnderTest underTest) : WorkspaceContract(underTest)
{
    [Fact]
    public async Task Add_AUser_IsThereAfterARestart()
    {
        var added = await AddAsync("Anna", Role.Editor);
        Restart();

        Assert.Equal(new User { Id = new UserId(1), Name = "Anna", DisplayName = "The Anna", Role = Role.Editor, Created = Noon }, added);
        Assert.Equal(added, Store.Users.Find(added.Id));
        Assert.Equal(added, Store.Users.FindByName("ANNA"));
        Assert.Equal(added, Assert.Single(Store.Users.List()));
        Assert.Null(Store.Users.Find(new UserId(2)));
        Assert.Null(Store.Users.FindByName("otto"));
    }

    [Fact]
    public async Task Add_NameInOtherCase_IsTaken()
    {
        await AddAsync("anna");

        Assert.Null(await Store.Users.AddAsync(new NewUser("ANNA", "x", Role.Admin, Noon), PasswordHash.Nobody));
        Assert.Single(Store.Users.List());
    }

    [Fact]
    public async Task AddFirst_ManyAtOnce_AddsOne()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => Store.Users.AddFirstAsync(new NewUser($"user{index}", "x", Role.Admin, Noon, MustChangePassword: true), PasswordHash.Nobody)));

        Assert.True(Assert.Single(added, static user => user is not null)!.MustChangePassword);
        Assert.Single(Store.Users.List());
    }

    [Fact]
    public async Task List_OfMany_IsByNameWhateverItsCase()
    {
        foreach (var name in new[] { "b", "C", "a", "B1" })
        {
            await AddAsync(name);
        }

        Assert.Equal(["a", "b", "B1", "C"], Store.Users.List().Select(static user => user.Name));
    }

    [Fact]
    public async Task Save_ChangesWhatMayChange()
    {
        await AddAsync("root", Role.Admin);
        var anna = await AddAsync("anna");

        Assert.Equal(UserWrite.Saved, await Store.Users.SaveAsync(anna with { Name = "other", DisplayName = "Anna B.", Role = Role.Admin, Created = Noon.AddDays(1) }));
        Assert.Equal(anna with { DisplayName = "Anna B.", Role = Role.Admin }, Store.Users.Find(anna.Id));
        Assert.Equal(UserWrite.Missing, await Store.Users.SaveAsync(anna with { Id = new UserId(77) }));
    }

    [Fact]
    public async Task LastAdmin_NeverGoes_WhoeverIsAskedAtTheSameTime()
    {
        var admins = new List<User>();
        for (var index = 0; index < 10; index++)
        {
            admins.Add(await AddAsync($"admin{index}", Role.Admin));
        }

        var results = await Task.WhenAll(admins.Select((user, index) => (index % 3) switch
        {
            0 => Store.Users.SaveAsync(user with { Role = Role.Viewer }),
            1 => Store.Users.SaveAsync(user with { Disabled = Noon }),
            _ => Store.Users.RemoveAsync(user.Id),
        }));

        Assert.Single(results, UserWrite.LastAdmin);
        Assert.Single(Store.Users.List(), static user => user is { Role: Role.Admin, Disabled: null });
    }

    [Fact]
    public async Task Disable_EndsSessionsOfThatUserOnly()
    {
        await AddAsync("root", Role.Admin);
        var (anna, otto) = (await AddAsync("anna"), await AddAsync("otto"));
        await SessionAsync(anna, "a");
        await SessionAsync(otto, "o");

        await Store.Users.SaveAsync(anna with { Disabled = Noon });

        Assert.Empty(Store.Sessions.List(anna.Id));
        Assert.Single(Store.Sessions.List(otto.Id));
        Assert.Equal(Noon, Store.Users.Find(anna.Id)!.Disabled);
    }

    [Fact]
    public async Task SetPassword_EndsSessionsAndVerifiesTheNewOne()
    {
        var anna = await AddAsync("anna");
        await SessionAsync(anna, "a");

        Assert.True(await Store.Users.SetPasswordAsync(anna.Id, PasswordHash.Of("one two three", RandomNumberGenerator.GetBytes, 10), mustChange: true));
        Restart();

        Assert.True(Store.Users.FindPassword(anna.Id)!.Verifies("one two three"));
        Assert.True(Store.Users.Find(anna.Id)!.MustChangePassword);
        Assert.Empty(Store.Sessions.List(anna.Id));
        Assert.False(await Store.Users.SetPasswordAsync(new UserId(9), PasswordHash.Nobody, mustChange: false));
        Assert.Null(Store.Users.FindPassword(new UserId(9)));
    }

    [Fact]
    public async Task RenewPassword_KeepsSessions()
    {
        var anna = await AddAsync("anna");
        await SessionAsync(anna, "a");

        await Store.Users.RenewPasswordAsync(anna.Id, PasswordHash.Of("one two three", RandomNumberGenerator.GetBytes, 10));

        Assert.True(Store.Users.FindPassword(anna.Id)!.Verifies("one two three"));
        Assert.Single(Store.Sessions.List(anna.Id));
    }

    [Fact]
    public async Task Remove_TakesSessionsAndTokensAndNeverGivesTheNumberAgain()
    {
        await AddAsync("root", Role.Admin);
        var anna = await AddAsync("anna");
        await SessionAsync(anna, "a");
        await Store.Tokens.AddAsync(new NewToken(anna.Id, "ci", Scope.Read, Noon, null), SecretDigest.Of("token"));

        Assert.Equal(UserWrite.Saved, await Store.Users.RemoveAsync(anna.Id));
        Assert.Equal(UserWrite.Missing, await Store.Users.RemoveAsync(anna.Id));
        Restart();

        Assert.Null(Store.Users.Find(anna.Id));
        Assert.Null(Store.Tokens.Find(SecretDigest.Of("token")));
        Assert.Null(Store.Sessions.Find(SecretDigest.Of("a")));
        Assert.NotEqual(anna.Id, (await AddAsync("anna")).Id);
    }

    private Task<UserSession> SessionAsync(User user, string secret) => Store.Sessions.AddAsync(new NewSession(user.Id, Noon, "192.0.2.1", "Browser"), SecretDigest.Of(secret));
}
