using Atelier.Actions.Tests.Http;
using Atelier.Actions.Tests.Images;
using Atelier.Actions.Tests.Llm;
using Atelier.Sdk;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Actions.Tests.Vision;

public sealed class ServedVisionTests(MediaHost host) : VisionTests(host)
{
    private const string Model = "llava@ollama";

    [Fact]
    public async Task Describe_ThroughAChatServer_SendsASmallPictureAndReadsTheFields()
    {
        NeedsHost();
        await using var server = ChatServer.Of(ChatServer.Says("It is dark."), ChatServer.Says("""{"lighting":"low_light"}""", input: 30));
        var picture = Grey(2000, 1000);
        Serve(server);

        var output = await SucceedAsync("vision.describe", new { image = picture, model = Model, fields = new[] { "lighting" }, temperature = 0.1, max_tokens = 99, max_side = 500 });

        Assert.Equal("low_light", output.GetProperty("lighting").GetString());
        Assert.Equal(Models.MadeBy(Model) + $" (llava:7b@127.0.0.1:{server.Port})", output.GetProperty("made_by").GetString());
        Assert.Equal([20L, 30L], Context.Usages.Select(usage => usage.InputTokens));
        var first = server.Requests.First().Body();
        Assert.Equal((0.1, 99), (first.GetProperty("temperature").GetDouble(), first.GetProperty("max_tokens").GetInt32()));
        var sent = first.GetProperty("messages")[0].GetProperty("content")[1].GetProperty("image_url").GetProperty("url").GetString()!;
        Assert.StartsWith("data:image/jpeg;base64,", sent);
        var info = await SucceedAsync("images.info", new { image = Context.Memory.Add(Convert.FromBase64String(sent["data:image/jpeg;base64,".Length..]), "image/jpeg", "sent.jpg") });
        Assert.Equal((500, 250), (Number(info, "width"), Number(info, "height")));
    }

    [Fact]
    public async Task SelectBest_ComparedByAChatServer_SendsThePicturesTogether()
    {
        NeedsHost();
        await using var server = ChatServer.Of(ChatServer.Says("""{"scores":[3,8],"reason":"The second is sharper."}"""));
        var picture = Grey(64, 64);
        Serve(server);

        var output = await SucceedAsync("vision.select_best", new
        {
            items = new[] { new { key = "a", image = picture, technical = 5 }, new { key = "b", image = picture, technical = 5 } },
            model = Model,
            image = "image",
            weights = new { comparison = 1 },
        });

        Assert.Equal("b", output.GetProperty("best").GetString());
        Assert.Equal(3, Assert.Single(server.Requests).Body().GetProperty("messages")[0].GetProperty("content").GetArrayLength());
    }

    [Fact]
    public async Task Describe_ByAServerThatIsDown_ParksAtItsAddress()
    {
        NeedsHost();
        await using var server = ChatServer.Of(ChatServer.Error("503 Service Unavailable", """{"error":{"message":"Loading model"}}"""));
        var picture = Grey(64, 64);
        Serve(server);

        var failure = await FailAsync("vision.describe", new { image = picture, model = Model });

        Assert.Equal((FailureKind.Unavailable, server.Url), (failure.Kind, failure.Endpoint));
    }

    [Fact]
    public void Endpoint_OfANameWithItsServer_IsKnownBeforeTheFirstCall() =>
        Assert.Equal("http://127.0.0.1:11434", Find("vision.describe").GetEndpoint(ActionRuns.ToJson(new { image = Photo(), model = Model })));

    private Artifact Grey(int width, int height)
    {
        var rgb = new byte[width * height * 3];
        Array.Fill(rgb, (byte)128);
        return Context.Memory.Add(new Pixels(width, height, rgb).ToPng(), "image/png", "grey.png");
    }

    private void Serve(StubServer server) => Models.Serve(Model, new ModelEndpoint(new Uri(server.Url + "/v1"), "llava:7b", null, null, null));
}
