namespace Atelier.Cli.Tests.Models;

public sealed class ModelsCommandTests
{
    private static readonly string Demos = Path.Join(AtelierProcess.Root, "models");

    [Fact]
    public async Task List_WithoutAHome_ShowsTheModelsThatComeAlong()
    {
        using var sandbox = new Sandbox();

        var list = await sandbox.RunAsync("models", "list", "--json");

        var models = list.Json.GetProperty("models").EnumerateArray().ToDictionary(static model => model.GetProperty("name").GetString()!);
        Assert.Equal("clip", models["clip"].GetProperty("kind").GetString());
        Assert.All(models.Values, static model => Assert.True(model.GetProperty("demo").GetBoolean() && model.GetProperty("file_bytes").GetInt64() > 0, model.ToString()));
        Assert.All(models.Values, static model => Assert.StartsWith("sha256:", model.GetProperty("digest").GetString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_RegistryWithMistakes_ShowsTheRestAndExits2()
    {
        using var sandbox = new Sandbox();
        Registry(sandbox, "models:\n  good: { source: ./none, kind: clip }\n  bad: { sauce: ./x }\n");

        var list = await sandbox.RunAsync("models", "list");

        Assert.Equal(2, list.Exit);
        Assert.Contains("good", list.Output, StringComparison.Ordinal);
        Assert.Contains("ATL3403: model `good`", list.Error, StringComparison.Ordinal);
        Assert.Contains("ATL3402", list.Error, StringComparison.Ordinal);
        Assert.Contains("models.yaml:3:3", list.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_Model_TellsItsFilesAndDigest()
    {
        using var sandbox = new Sandbox();

        var shown = await sandbox.RunAsync("models", "show", "rt-detr");
        var unknown = await sandbox.RunAsync("models", "show", "rt-dert");

        Assert.Equal(0, shown.Exit);
        Assert.Contains("rt-detr: rt-detr, a demo model that comes along", shown.Output, StringComparison.Ordinal);
        Assert.Contains("onnx/model.onnx", shown.Output, StringComparison.Ordinal);
        Assert.Equal(4, unknown.Exit);
        Assert.Contains("ATL5701", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean `rt-detr`?", unknown.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hub:../../victim")]
    [InlineData("hub:a/../../../victim")]
    [InlineData("hub:..")]
    [InlineData("hub:a/..")]
    [InlineData("hub:")]
    public async Task Remove_HubNameThatLeadsOut_TouchesNoFile(string source)
    {
        using var sandbox = new Sandbox();
        Directory.CreateDirectory(sandbox.PathOf("home/models/a"));
        Directory.CreateDirectory(sandbox.PathOf("victim"));
        sandbox.Write("victim/kept", "");
        Registry(sandbox, $"models:\n  evil: '{source}'\n");

        var removed = await sandbox.RunAsync("models", "remove", "evil");
        var pulled = await sandbox.RunAsync("models", "pull", source[4..] + "/x");

        Assert.True(File.Exists(sandbox.PathOf("victim/kept")));
        Assert.True(Directory.Exists(sandbox.PathOf("home/models/a")));
        Assert.InRange(removed.Exit, 0, 4);
        Assert.NotEqual(0, pulled.Exit);
    }

    [Fact]
    public async Task Add_Folder_IsTriedRegisteredAndRemoved()
    {
        NeedsHost();
        using var sandbox = new Sandbox();
        Registry(sandbox, "# mine\nmodels:\n  # the first\n  first: ./first # stays\n");
        var folder = Path.Join(Demos, "demo-rt-detr");

        var added = await sandbox.RunAsync("models", "add", "finder", folder, "--batch-size", "4", "--pin");
        var again = await sandbox.RunAsync("models", "add", "finder", folder);
        var replaced = await sandbox.RunAsync("models", "add", "finder", folder, "--replace", "--untried");
        var shown = await sandbox.RunAsync("models", "show", "finder", "--json");
        var removed = await sandbox.RunAsync("models", "remove", "finder");
        var gone = await sandbox.RunAsync("models", "remove", "finder");

        Assert.True(added.Exit == 0, added.Error);
        Assert.Equal(4, again.Exit);
        Assert.Contains("ATL3411: the registry has a model `finder` already", again.Error, StringComparison.Ordinal);
        Assert.True(replaced.Exit == 0, replaced.Error);
        Assert.Equal(("rt-detr", false), (shown.Json.GetProperty("kind").GetString(), shown.Json.GetProperty("pin").GetBoolean()));
        Assert.Equal((0, 4), (removed.Exit, gone.Exit));
        Assert.Contains("ATL3413", gone.Error, StringComparison.Ordinal);
        Assert.True(Directory.Exists(folder));
        Assert.Equal("# mine\nmodels:\n  # the first\n  first: ./first # stays\n", await File.ReadAllTextAsync(sandbox.PathOf("home/models.yaml"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Add_FilesOfAnotherKind_NamesTheTensorAndRegistersNothing()
    {
        NeedsHost();
        using var sandbox = new Sandbox();

        var added = await sandbox.RunAsync("models", "add", "eyes", Path.Join(Demos, "demo-rt-detr"), "--kind", "nima");

        Assert.Equal(4, added.Exit);
        Assert.Contains("ATL6010", added.Error, StringComparison.Ordinal);
        Assert.Contains("onnx/model.onnx has no output scores; it has: logits, pred_boxes", added.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(sandbox.PathOf("home/models.yaml")));
    }

    [Theory]
    [InlineData(4, "ATL3403", "eyes", "./nowhere")]
    [InlineData(4, "ATL3404", "eyes", ".")]
    [InlineData(4, "ATL3403", "eyes", "hub:owner/model")]
    [InlineData(2, "ATL3402", "eyes", "./nowhere", "--kind", "clap")]
    [InlineData(2, "ATL3402", "eyes", "./nowhere", "--memory", "much")]
    [InlineData(2, "ATL4002", "my eyes", "./nowhere")]
    [InlineData(2, "ATL4008", "eyes", "./nowhere", "--options", "{")]
    [InlineData(2, "ATL4008", "eyes", "./nowhere", "--options", "[]")]
    public async Task Add_WhatCannotBe_SaysWhy(int exit, string code, params string[] arguments)
    {
        using var sandbox = new Sandbox();

        var ended = await sandbox.RunAsync(["models", "add", .. arguments]);

        Assert.True(ended.Exit == exit && ended.Error.Contains(code, StringComparison.Ordinal), $"{ended.Exit} {ended.Error}");
    }

    [Fact]
    public async Task Add_Server_IsNotAsked()
    {
        using var sandbox = new Sandbox();

        var added = await sandbox.RunAsync("models", "add", "describer", "http://127.0.0.1:9/v1", "--model", "llava", "--api-key", "llava_key");
        var list = await sandbox.RunAsync("models", "list");

        Assert.True(added.Exit == 0, added.Error);
        Assert.Matches("describer +openai +- +- +- +http://127.0.0.1:9/v1", list.Output);
    }

    [Fact]
    public async Task Remove_PulledModel_FreesItsFilesUnlessAnotherNameNeedsThem()
    {
        using var sandbox = new Sandbox();
        Registry(sandbox, "models:\n  a: hub:owner/model\n  b: hub:owner/model\n");
        Directory.CreateDirectory(sandbox.PathOf("home/models/owner/model"));
        sandbox.Write("home/models/owner/model/model.onnx", "12345");

        var shared = await sandbox.RunAsync("models", "remove", "a", "--json");
        var last = await sandbox.RunAsync("models", "remove", "b", "--json");

        Assert.Equal((0L, 5L), (shared.Json.GetProperty("freed").GetInt64(), last.Json.GetProperty("freed").GetInt64()));
        Assert.False(Directory.Exists(sandbox.PathOf("home/models/owner/model")));
    }

    [Theory]
    [InlineData("ATL3413", "clip")]
    [InlineData("ATL3412", "a")]
    public async Task Remove_WhatOnlyAPersonCan_Exits4(string code, string name)
    {
        using var sandbox = new Sandbox();
        Registry(sandbox, "models: { a: ./a }\n");

        var removed = await sandbox.RunAsync("models", "remove", name);

        Assert.True(removed.Exit == 4 && removed.Error.Contains(code, StringComparison.Ordinal), $"{removed.Exit} {removed.Error}");
    }

    [Fact]
    public async Task List_OwnerHoldsAModel_ShowsWhatIsInMemory()
    {
        NeedsHost();
        using var sandbox = new Sandbox();
        var loaded = await sandbox.RunAsync("models", "load", "nima");

        var list = await sandbox.RunAsync("models", "list");
        var rows = (await sandbox.RunAsync("models", "list", "--json")).Json.GetProperty("memory").EnumerateArray();
        var unloaded = await sandbox.RunAsync("models", "unload", "nima");

        Assert.True(loaded.Exit == 0 && unloaded.Exit == 0, loaded.Error + unloaded.Error);
        Assert.Matches("nima +nima +[0-9.]+ KB +[0-9]+ MB +ready [0-9]+ MB +comes along", list.Output);
        Assert.Matches("cpu holds [0-9]+ MB of ", list.Output);
        Assert.Equal("ready", Assert.Single(rows).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Bench_Model_MeasuresEachSizeOfBatch()
    {
        NeedsHost();
        using var sandbox = new Sandbox();

        var measured = await sandbox.RunAsync("models", "bench", "nima", "--seconds", "0.2", "--json");

        Assert.True(measured.Exit == 0, measured.Error);
        var rows = measured.Json.GetProperty("batches").EnumerateArray().ToList();
        Assert.Equal([1, 2, 4, 8], rows.Select(static row => row.GetProperty("batch_size").GetInt32()));
        Assert.All(rows, static row => Assert.True(row.GetProperty("items_per_second").GetDouble() > 0 && row.GetProperty("load_ms").GetDouble() > 0 && row.GetProperty("memory_bytes").GetInt64() > 20_000_000, row.ToString()));
    }

    private static void Registry(Sandbox sandbox, string text)
    {
        Directory.CreateDirectory(sandbox.PathOf("home"));
        sandbox.Write("home/models.yaml", text);
    }

    private static void NeedsHost() =>
        Assert.SkipUnless(File.Exists(Path.Join(AtelierProcess.Root, "hosts/node/dist/models/main.js")), "needs the built host: eng/build-host");
}
