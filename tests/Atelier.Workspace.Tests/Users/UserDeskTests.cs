using Atelier.Api.Security;
using Atelier.Workspace.Memory;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Tests.Users;

public class UserDeskTests
{
    private readonly MemoryWorkspaceStore _store = new();
    private readonly FakeTime _time = new();
    private readonly UserDesk _desk;

    public UserDeskTests() => _desk = new UserDesk(_store, _time, new CountedBytes().Next);

    [Fact]
    public async Task FirstStart_WithoutUsers_MakesAnAdminWithAGeneratedPassword_Once()
    {
        var password = await _desk.AddFirstAsync();

        var user = _store.Users.FindByName("admin")!;
        Assert.Equal(Role.Admin, user.Role);
        Assert.True(user.MustChangePassword);
        Assert.True(_store.Users.FindPassword(user.Id)!.Verifies(password!));
        Assert.Null(await _desk.AddFirstAsync());
        Assert.Single(_store.Users.List());
    }

    [Fact]
    public async Task Add_WithoutPassword_AnswersAGeneratedOneAndPrintsNone()
    {
        var added = (await _desk.AddAsync("anna", null, Role.Viewer, null)).Value!;

        Assert.Equal("anna", added.User.DisplayName);
        Assert.True(added.User.MustChangePassword);
        Assert.True(_store.Users.FindPassword(added.User.Id)!.Verifies(added.GeneratedPassword!));
        Assert.DoesNotContain(added.GeneratedPassword!, added.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_NameInOtherCase_IsTaken()
    {
        await _desk.AddAsync("anna", null, Role.Viewer, "one two three four");

        Assert.Equal(WorkspaceCodes.UserNameTaken, (await _desk.AddAsync("ANNA", null, Role.Viewer, "one two three four")).Refusal!.Code);
    }

    [Fact]
    public async Task Add_WithMistakes_IsRefusedAndAddsNobody()
    {
        Assert.Equal(WorkspaceCodes.UserNameRefused, (await _desk.AddAsync("a b", null, Role.Viewer, null)).Refusal!.Code);
        Assert.Equal(WorkspaceCodes.UserNameRefused, (await _desk.AddAsync("anna", "a\u0000b", Role.Viewer, null)).Refusal!.Code);
        Assert.Equal(WorkspaceCodes.PasswordRefused, (await _desk.AddAsync("anna", null, Role.Viewer, "short")).Refusal!.Code);
        Assert.Empty(_store.Users.List());
    }

    [Fact]
    public async Task Change_OfTheLastAdmin_IsRefused()
    {
        await _desk.AddFirstAsync();
        var admin = _store.Users.FindByName("admin")!;
        var other = (await _desk.AddAsync("anna", null, Role.Admin, null)).Value!.User;

        Assert.True((await _desk.ChangeAsync(other.Id, null, null, disabled: true)).Done);
        Assert.Equal(WorkspaceCodes.LastAdmin, (await _desk.ChangeAsync(admin.Id, null, Role.Editor, null)).Refusal!.Code);
        Assert.Equal(WorkspaceCodes.LastAdmin, (await _desk.ChangeAsync(admin.Id, null, null, disabled: true)).Refusal!.Code);
        Assert.Equal(WorkspaceCodes.LastAdmin, (await _desk.RemoveAsync(admin.Id)).Refusal!.Code);
        Assert.True((await _desk.ChangeAsync(other.Id, "Anna B.", null, disabled: false)).Done);
        Assert.True((await _desk.RemoveAsync(admin.Id)).Done);
        Assert.Equal("Anna B.", Assert.Single(_store.Users.List()).DisplayName);
    }

    [Fact]
    public async Task Disable_Twice_KeepsTheFirstTime()
    {
        await _desk.AddFirstAsync();
        var anna = (await _desk.AddAsync("anna", null, Role.Viewer, null)).Value!.User;
        await _desk.ChangeAsync(anna.Id, null, null, disabled: true);
        var at = _time.Now;
        _time.Advance(TimeSpan.FromDays(1));

        Assert.Equal(at, (await _desk.ChangeAsync(anna.Id, null, null, disabled: true)).Value!.Disabled);
    }

    [Fact]
    public async Task Unknown_User_IsSaid()
    {
        Assert.Equal(WorkspaceCodes.NoSuchUser, (await _desk.ChangeAsync(new UserId(9), null, null, null)).Refusal!.Code);
        Assert.Equal(WorkspaceCodes.NoSuchUser, (await _desk.SetPasswordAsync(new UserId(9), null)).Refusal!.Code);
        Assert.Equal(WorkspaceCodes.NoSuchUser, (await _desk.RemoveAsync(new UserId(9))).Refusal!.Code);
    }
}
