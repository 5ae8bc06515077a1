using System.Net;
using Atelier.Workspace.Throttling;
using FsCheck;
using FsCheck.Fluent;

namespace Atelier.Workspace.Tests.Throttling;

public class SignInThrottleTests
{
    private static readonly IPAddress Home = IPAddress.Parse("192.0.2.1");
    private readonly FakeTime _time = new();
    private readonly SignInThrottle _throttle;

    public SignInThrottleTests() => _throttle = new SignInThrottle(_time);

    [Fact]
    public void Waits_AfterFailures_DoubleUpToTheLongest()
    {
        Assert.Equal([0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 30, 30], Enumerable.Range(0, 13).Select(static failures => ThrottleRule.Name.WaitAfter(failures).TotalSeconds));
        Assert.Equal(TimeSpan.FromMinutes(15), ThrottleRule.Address.WaitAfter(int.MaxValue));
    }

    [Fact]
    public void Begin_AtTheSameTime_CountsBeforeAnyHasFailed()
    {
        var let = Enumerable.Range(0, 100).Count(_ => _throttle.Begin("anna", Home) == TimeSpan.Zero);

        Assert.Equal(ThrottleRule.Name.Free + 1, let);
    }

    [Fact]
    public void Wait_SatOut_LetsTheNextTryIn()
    {
        for (var round = 0; round < 200; round++)
        {
            var wait = _throttle.Begin("anna", Home);
            Assert.True(wait <= ThrottleRule.Address.Longest);
            _time.Advance(wait);
            if (wait > TimeSpan.Zero)
            {
                Assert.Equal(TimeSpan.Zero, _throttle.Begin("anna", Home));
            }
        }
    }

    [Fact]
    public void Strangers_HammeringAName_DoNotKeepItsUserOutWhereTheySignedInBefore()
    {
        Assert.Equal(TimeSpan.Zero, _throttle.Begin("anna", Home));
        _throttle.Succeeded("anna", Home);
        for (var stranger = 0; stranger < 500; stranger++)
        {
            _throttle.Begin("ANNA", new IPAddress([10, 0, (byte)(stranger / 250), (byte)(stranger % 250)]));
        }

        Assert.True(_throttle.Begin("anna", IPAddress.Parse("10.9.9.9")) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, _throttle.Begin("anna", Home));
    }

    [Fact]
    public void Strangers_BehindTheSameAddress_DoNotKeepItsUsersOut()
    {
        Assert.Equal(TimeSpan.Zero, _throttle.Begin("anna", Home));
        _throttle.Succeeded("anna", Home);
        for (var guess = 0; guess < 500; guess++)
        {
            _throttle.Begin($"user{guess}", Home);
        }

        Assert.True(_throttle.Begin("otto", Home) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, _throttle.Begin("anna", Home));
        Assert.Equal(ThrottleRule.Name.Free, Enumerable.Range(0, 100).Count(_ => _throttle.Begin("anna", Home) == TimeSpan.Zero));
    }

    [Fact]
    public void Address_TryingManyNames_IsSlowedDown()
    {
        var let = Enumerable.Range(0, 100).Count(index => _throttle.Begin($"user{index}", Home) == TimeSpan.Zero);

        Assert.Equal(ThrottleRule.Address.Free + 1, let);
    }

    [Fact]
    public void Address_OfOneIpv6Network_IsOne()
    {
        var let = Enumerable.Range(0, 100).Count(index => _throttle.Begin($"user{index}", IPAddress.Parse($"2001:db8:1:2:{index:x}::1")) == TimeSpan.Zero);

        Assert.Equal(ThrottleRule.Address.Free + 1, let);
        Assert.Equal(AddressKey.Of(Home), AddressKey.Of(Home.MapToIPv6()));
        Assert.NotEqual(AddressKey.Of(IPAddress.Parse("2001:db8:1:3::1")), AddressKey.Of(IPAddress.Parse("2001:db8:1:2::1")));
    }

    [Fact]
    public void Success_OfOneUser_DoesNotFreeTheAddressForOthers()
    {
        var guesses = 0;
        for (var round = 0; round < 50; round++)
        {
            guesses += _throttle.Begin($"user{round}", Home) == TimeSpan.Zero ? 1 : 0;
            if (_throttle.Begin("mallory", Home) == TimeSpan.Zero)
            {
                _throttle.Succeeded("mallory", Home);
            }
        }

        Assert.InRange(guesses, 1, ThrottleRule.Address.Free + 1);
    }

    [Fact]
    public void Memory_OfManyNamesAndAddresses_IsBounded()
    {
        for (var index = 0; index < 40_000; index++)
        {
            var address = new IPAddress([11, (byte)(index >> 16), (byte)(index >> 8), (byte)index]);
            _throttle.Begin($"user{index}", address);
            _throttle.Succeeded($"user{index}", address);
        }

        Assert.Equal(30_000, _throttle.Count);
    }

    [Fact]
    public void Clock_SetBack_LocksNobodyOutForLonger()
    {
        for (var index = 0; index < 8; index++)
        {
            _throttle.Begin("anna", Home);
            _time.Advance(TimeSpan.FromSeconds(30));
        }

        _time.Advance(TimeSpan.FromDays(-300));
        Assert.True(_throttle.Begin("anna", Home) <= ThrottleRule.Name.Longest);
    }

    [Fact]
    public void AnyHistory_WaitedOutByThePersonAtTheKeyboard_LetsThemIn() =>
        Prop.ForAll(Gen.ListOf(Gen.Choose(0, 4).Zip(Gen.Choose(0, 90))).ToArbitrary(), history =>
        {
            var time = new FakeTime();
            var throttle = new SignInThrottle(time);
            foreach (var (who, seconds) in history)
            {
                throttle.Begin(who % 2 == 0 ? "anna" : "otto", new IPAddress([10, 0, 0, (byte)who]));
                time.Advance(TimeSpan.FromSeconds(seconds));
            }

            // From an address of their own, nobody waits longer than the longest wait for a name.
            var wait = throttle.Begin("anna", Home);
            time.Advance(wait);
            return wait <= ThrottleRule.Name.Longest && (wait == TimeSpan.Zero || throttle.Begin("anna", Home) == TimeSpan.Zero);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
