using System.Text.Json;
using Atelier.Workspace.Audit;

namespace Atelier.Workspace.Tests.Audit;

public class AuditDetailTests
{
    [Fact]
    public void Of_Pairs_IsAnObjectWithoutWhatIsNull()
    {
        Assert.Equal("""{"workflow":"paintings","limit":5,"fresh":true,"keys":["a","b"]}""",
            AuditDetail.Of(("workflow", "paintings"), ("version", null), ("limit", 5), ("fresh", true), ("keys", new[] { "a", "b" })));
        Assert.Null(AuditDetail.Of());
        Assert.Null(AuditDetail.Of(("version", null)));
    }

    [Theory]
    [InlineData("password")]
    [InlineData("new_password")]
    [InlineData("Secret")]
    [InlineData("token")]
    [InlineData("csrf")]
    [InlineData("api_key")]
    public void Of_WhatIsNamedLikeASecret_IsLeftOut(string name)
    {
        var detail = AuditDetail.Of((name, "hunter2-hunter2"))!;

        Assert.DoesNotContain("hunter2", detail, StringComparison.Ordinal);
        Assert.Contains(name, detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NamesOfSecrets_AreKept() => Assert.Equal("""{"secret_name":"s3","token_id":"t3"}""", AuditDetail.Of(("secret_name", "s3"), ("token_id", "t3")));

    [Fact]
    public void Of_LongTexts_AreCut()
    {
        using var detail = JsonDocument.Parse(AuditDetail.Of(("text", new string('x', 10_000)), ("many", Enumerable.Repeat("y", 100)))!);

        Assert.Equal(201, detail.RootElement.GetProperty("text").GetString()!.Length);
        Assert.Equal(20, detail.RootElement.GetProperty("many").GetArrayLength());
    }
}
