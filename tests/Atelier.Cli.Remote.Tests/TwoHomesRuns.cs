namespace Atelier.Cli.Tests.Servers;

/// <summary>Runs that came to everything a run can come to.</summary>
internal static class TwoHomesRuns
{
    public const string Quarantined = "r1";
    public const string Reused = "r2";
    public const string Waiting = "r3";
    public const string Asking = "r4";
    public const string Failed = "r5";
    public const string Nested = "r6";
    public const string Paused = "r7";
    public const string Cancelled = "r8";
    public const string Parked = "r9";

    public const string Pictured = "r11";

    /// <summary>What the run before that makes: too large for a row, so an artifact.</summary>
    public const string Digest = "sha256:0a223b384b1363b2eb232424762e65940e83b806f399c995d579a8c4eb2059f3";

    private const string AskingText = """
        name: asking
        steps:
          - id: all_of
            for_each: ${['ada', 'grace', 'joan']}
            key: ${item}
            collection: people
            yield: { verdict: "${look.verdict}", title: "${look.value.title}" }
            steps:
              - id: look
                uses: people.review
                with: { question: "Is this ${item}?", value: { title: "${item} é <b>", year: 1843 } }
              - id: no
                if: ${!look.approved}
                uses: core.reject
                with: { reason: "rejected in the review" }
        outputs: { kept: "${all_of.succeeded}", dropped: "${all_of.rejected}" }
        """;

    private const string FailedText = """
        name: failing
        steps:
          - id: fine
            uses: core.value
            with: { value: { text: "naïve 'quotes' & <tags>", list: [1, 2.5, null] } }
          - id: broken
            uses: process.run
            with: { script: "echo before the end; echo 'no such café' >&2; exit 7" }
            retry: { attempts: 2, delay: 1ms }
        """;

    private const string NestedText = """
        name: nested
        inputs:
          greeting: { type: string, default: "hëllo" }
        steps:
          - id: rooms
            for_each: ${['hall', 'attic']}
            key: ${room}
            as: room
            collection: rooms
            yield: { text: "${tell.text}", rounds: "${tries.rounds}" }
            steps:
              - id: tries
                repeat: { until: "${iteration.index >= 1}", max: 3 }
                steps:
                  - id: count
                    uses: core.value
                    with: { value: "${iteration.index}" }
              - id: shelves
                for_each: ${[1, 2]}
                key: ${string(shelf)}
                as: shelf
                steps:
                  - id: drop
                    if: ${shelf == 2 && room == 'attic'}
                    uses: core.reject
                    with: { reason: "too dusty" }
              - id: tell
                uses: core.value
                with: { value: { text: "${inputs.greeting}, ${room}" } }
        outputs: { all: "${rooms.succeeded}", long: "${rooms.items}" }
        """;

    private const string ParkedText = """
        name: parked
        steps:
          - id: pay
            uses: process.run
            idempotent: false
            with: { script: "exit 7" }
        outputs: { receipt: "${pay}" }
        """;

    private const string LargeText = """
        name: large
        steps:
          - id: make
            uses: process.run
            with:
              script: |
                printf '{"value":"%s"}' "$(head -c 300000 /dev/zero | tr '\0' x)" > "$ATELIER_RESULT"
        """;

    private const string PicturedText = """
        name: pictured
        steps:
          - id: photos
            uses: files.list
            with: { path: pictures, match: "*.png" }
          - id: album
            for_each: ${photos}
            as: photo
            yield: { title: "a dot", photo: "${photo}" }
            steps:
              - id: look
                uses: core.value
                with: { value: "${photo}" }
        """;

    /// <summary>One pixel.</summary>
    private const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    public static async Task MakeAsync(TwoHomes homes)
    {
        await RunAsync(homes, Samples.Quarantine, 3);
        await RunAsync(homes, Samples.Quarantine, 3);
        await RunAsync(homes, Samples.Waiting, 5);
        await RunAsync(homes, AskingText, 5);
        await RunAsync(homes, FailedText, 1);
        await RunAsync(homes, NestedText, 0);
        await RunAsync(homes, Samples.Waiting, 5);
        await DoAsync(homes, "runs", "pause", Paused);
        await RunAsync(homes, Samples.Waiting, 5);
        await DoAsync(homes, "runs", "cancel", Cancelled);
        await InProcess.RunAsync(["resume", Cancelled, .. homes.Local]);
        await RunAsync(homes, ParkedText, 5);
        await RunAsync(homes, LargeText, 0);
        Directory.CreateDirectory(Path.Join(homes.LocalFolder, "pictures"));
        await File.WriteAllBytesAsync(Path.Join(homes.LocalFolder, "pictures", "dot.png"), Convert.FromBase64String(Pixel));
        await RunAsync(homes, PicturedText, 0);
    }

    private static async Task RunAsync(TwoHomes homes, string text, int exit)
    {
        var file = Path.Join(homes.LocalFolder, "workflow.yaml");
        await File.WriteAllTextAsync(file, text);
        var run = await InProcess.RunAsync(["run", file, .. homes.Local]);
        Assert.True(run.Exit == exit, run.ToString());
    }

    private static async Task DoAsync(TwoHomes homes, params string[] arguments)
    {
        var done = await InProcess.RunAsync([.. arguments, .. homes.Local]);
        Assert.True(done.Exit == 0, done.ToString());
    }
}
