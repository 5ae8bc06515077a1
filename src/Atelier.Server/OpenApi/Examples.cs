using System.Text.Json.Nodes;
using Atelier.Api.Approvals;
using Atelier.Api.Problems;
using Atelier.Api.Runs;
using Atelier.Api.Schedules;
using Atelier.Api.Sessions;
using Atelier.Api.Tokens;
using Atelier.Api.Workers;
using Atelier.Api.Workflows;

namespace Atelier.Server.OpenApi;

/// <summary>What bodies look like, by record: each is a whole one that the server takes or gives. A test reads every one of them.</summary>
internal static class Examples
{
    public static IReadOnlyDictionary<Type, string> All { get; } = new Dictionary<Type, string>
    {
        [typeof(SignInRequest)] = """{"name":"ada","password":"correct horse battery"}""",
        [typeof(CreateTokenRequest)] = """{"name":"nightly","scopes":["read","run"],"expires_days":90}""",
        [typeof(CreateWorkflowRequest)] = """{"sources":{"":"name: greeting\nsteps:\n  - id: say\n    uses: core.value\n    with: { value: hello }\n"},"file":null,"template":null,"label":"first"}""",
        [typeof(ValidateWorkflowRequest)] = """{"sources":{"":"name: greeting\nsteps: []\n"},"file":null}""",
        [typeof(StartRunRequest)] = """{"workflow":"wikiart-enrichment","version":null,"inputs":{"folder":"paintings"},"options":{"limit":100,"only":null,"sample":null,"fresh":false,"fresh_steps":null,"priority":0,"cost_limit":2.5,"token_limit":null},"texts":null}""",
        [typeof(RetryRequest)] = """{"quarantined":false,"failed":false,"items":null,"from_step":null,"cause":{"block":1,"code":"ATL5502","shape":"`…` is no picture"}}""",
        [typeof(ResolveRequest)] = """{"step":"deposit","key":null,"resolution":"done","output":{"id":42}}""",
        [typeof(SignalRequest)] = """{"name":"labels-ready","key":null,"id":"batch-7","payload":{"count":120}}""",
        [typeof(DecideRequest)] = """{"verdict":"edit","value":{"title":"Starry Night"},"note":"as in the catalogue"}""",
        [typeof(SaveScheduleRequest)] = """{"workflow":"wikiart-enrichment","version":null,"cron":"30 6 * * mon-fri","zone":"Europe/Berlin","inputs":{},"overlap":"skip","catch_up":"last","enabled":true}""",
        [typeof(ClaimRequest)] = """{"worker":"gpu-1","queues":["gpu"],"actions":["images.convert"],"tasks":["caption"],"slots":4,"max":4,"wait_seconds":20,"lease_seconds":30}""",
        [typeof(CompleteRequest)] = """{"worker":"gpu-1","steps":[{"lease":"3-1742","outcome":"succeeded","begun":false,"output":{"caption":"a harbour at dusk"},"reason":null,"failure":null,"made_by":"captioner@2","usage":null,"log":null}]}""",
        [typeof(Problem)] = """{"type":"https://atelier.dev/errors/ATL7006","title":"There is no such thing","status":404,"detail":"there is no run `r99` in this home","instance":"0HNB3:00000001","code":"ATL7006","remedy":"`GET /api/v1/runs` lists them.","errors":null}""",
        [typeof(RunSummary)] = """{"run":"r17","workflow":"wikiart-enrichment","version":"sha256:0f4c","state":"running","started":"2026-11-21T10:00:00.000Z","changed":"2026-11-21T10:00:07.250Z","ended":false,"counts":{"succeeded":40,"empty":0,"rejected":0,"failed":2,"skipped":0,"cancelled":0},"open":8,"known":120,"seq":613,"wake":null}""",
    };

    /// <summary>The example of a record; null: none is written.</summary>
    public static JsonNode? Of(Type type) => All.TryGetValue(type, out var text) ? JsonNode.Parse(text) : null;
}
