using System.Text.Json;

namespace Atelier.Cli.Tests.Examples;

/// <summary>Every example does what its page says.</summary>
[Trait("Speed", "Slow")]
public sealed class ExampleTests : IDisposable
{
    private readonly ExampleFolder _examples = new();

    public static TheoryData<string> Names() => [.. ExampleFolder.Names];

    public void Dispose() => _examples.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void Validate_AnExample_FindsNoMistake(string name)
    {
        var (exit, output) = _examples.Atelier("validate", name);

        Assert.True(exit == 0, output);
        Assert.True(File.Exists(Path.Join(_examples.Path, name.Split('/')[0], "README.md")), $"{name} has no README.md");
    }

    [Fact]
    public void Run_Hello_Greets()
    {
        var (exit, report) = _examples.Run("hello", "name=Ada");

        Assert.Equal(0, exit);
        Assert.Equal("""{"greeting":"Hello, Ada!","letters":3}""", Outputs(report));
    }

    [Fact]
    public void Run_LlmExtract_ReadsTheNotesWithTheDemoModel()
    {
        var (exit, report) = _examples.Run("llm-extract");

        Assert.Equal(0, exit);
        Assert.Equal("""{"subjects":[{"note":"n1","subject":"dog"},{"note":"n2","subject":"cat"},{"note":"n3","subject":"bird"},{"note":"n4","subject":"horse"}]}""", Outputs(report));
    }

    [Fact]
    public void Run_AnyTool_GivesWhatEachToolMade()
    {
        var (exit, report) = _examples.Run("any-tool", "texts=[\"low tide\"]");

        Assert.Equal(0, exit);
        Assert.Equal("""{"results":[{"words":2,"longest":"tide","shouted":"LOW TIDE","reversed":"edit wol","characters":null}]}""", Outputs(report));
    }

    [Fact]
    public void Run_AnyToolWithAChangedScript_RunsThatScriptAgain()
    {
        _examples.Run("any-tool");
        File.AppendAllText(Path.Join(_examples.Path, "any-tool/words.py"), "# changed\n");

        var steps = _examples.Steps(_examples.Run("any-tool").Report);

        Assert.Equal(["enrich/tools/python"], steps.Where(static step => !step.Reused).Select(static step => step.Step).Distinct());
    }

    [Fact]
    public void Run_SubWorkflow_YieldsWhatTheInnerOneGives()
    {
        var (exit, report) = _examples.Run("sub-workflow");

        Assert.Equal(0, exit);
        Assert.Equal("""{"cards":["Low Tide (Anneke Quist)","Paper Birds (Livia Marchetti)","The Lost Fresco (unknown)"]}""", Outputs(report));
    }

    [Fact]
    public void Run_Compensation_TakesBackInReverseOrderAndGoesOn()
    {
        var (exit, report) = _examples.Run("compensation");

        Assert.Equal(0, exit);
        Assert.Equal("""{"hung":false,"reason":"the painting is wider than the wall"}""", Outputs(report));
        var left = Assert.Single(Directory.GetFiles(Path.Join(_examples.Path, "compensation/out")));
        Assert.Equal("ended the insurance\ngave the place back\n", File.ReadAllText(left));
    }

    [Fact]
    public void Run_CompensationThatFits_KeepsWhatWasDone()
    {
        var (exit, report) = _examples.Run("compensation", "wall=200");

        Assert.Equal(0, exit);
        Assert.True(report.GetProperty("outputs").GetProperty("hung").GetBoolean());
        Assert.Equal(2, Directory.GetFiles(Path.Join(_examples.Path, "compensation/out")).Length);
    }

    [Fact]
    public void Run_RefineUntilGood_StopsWhenSharpOrOutOfRounds()
    {
        ExampleFolder.NeedPictures();
        var (exit, report) = _examples.Run("refine-until-good");

        Assert.Equal(0, exit);
        var pictures = report.GetProperty("outputs").GetProperty("pictures").EnumerateArray()
            .ToDictionary(static picture => picture.GetProperty("picture").GetString()!, static picture => (picture.GetProperty("rounds").GetInt32(), picture.GetProperty("enough").GetBoolean()));
        Assert.Equal((4, false), pictures["hopeless.svg"]);
        Assert.InRange(pictures["slightly-soft.svg"].Item1, 1, 3);
        Assert.True(pictures["slightly-soft.svg"].Item2);
        Assert.Equal(3, Directory.GetFiles(Path.Join(_examples.Path, "refine-until-good/out")).Length);
    }

    [Fact]
    public void Run_HttpEnrichment_RetriesTheBusyServiceAndQuarantinesTheUnknown()
    {
        using var server = _examples.Start("node", "http-enrichment/server.mjs");
        try
        {
            var address = server.StandardOutput.ReadLine();
            var (exit, report) = _examples.Run("http-enrichment", $"service={address}");

            Assert.Equal(3, exit);
            Assert.Equal("""{"enriched":5,"failed":1}""", Outputs(report));
            Assert.Equal("ATL5302", Assert.Single(report.GetProperty("causes").EnumerateArray()).GetProperty("code").GetString());
        }
        finally
        {
            server.Kill();
        }
    }

    private static string Outputs(JsonElement report) => JsonSerializer.Serialize(report.GetProperty("outputs"));
}
