namespace Atelier.Cli.Tests;

internal static class Samples
{
    public const string Hello = """
        name: hello
        inputs:
          who: { type: string, default: world }
          times: { type: integer, default: 1, min: 1 }
        steps:
          - id: greet
            uses: core.value
            with: { value: "Hello, ${inputs.who}!" }
        outputs: { greeting: "${greet}" }
        """;

    /// <summary>Two of four items fail, with one cause.</summary>
    public const string Quarantine = """
        name: quarantine
        steps:
          - id: enrich
            for_each: ${['a', 'b', 'c', 'd']}
            key: ${item}
            collection: letters
            on_item_failure: quarantine
            yield: { letter: "${check.value}" }
            steps:
              - id: check
                uses: process.run
                with:
                  env: { LETTER: "${item}" }
                  script: |
                    case $LETTER in b|d) [ -e fixed ] || exit 9;; esac
                    echo "$LETTER" >> effects
                    printf '{"value":"%s"}' "$LETTER" > "$ATELIER_RESULT"
        outputs: { done: "${enrich.succeeded}", failed: "${enrich.failed}" }
        """;

    public const string Waiting = """
        name: waiting
        steps:
          - id: wait
            uses: core.wait
            with: { signal: go }
        outputs: { got: "${wait}" }
        """;

    /// <summary>Each item appends a line, and ends only when the file <c>open</c> is there.</summary>
    public const string Slow = """
        name: slow
        steps:
          - id: every
            for_each: ${[1, 2, 3, 4, 5, 6]}
            parallel: 2
            steps:
              - id: work
                uses: process.run
                with:
                  env: { N: "${item}" }
                  script: |
                    echo "$N" >> begun
                    while [ ! -e open ]; do sleep 0.05; done
                    echo "$N" >> effects
        outputs: { done: "${every.succeeded}" }
        """;

    public const string TenMistakes = """
        name: ten
        inputs:
          count: { type: intger }
          size: { type: integer, min: lots }
        steps:
          - id: first
            uses: core.valu
          - id: first
            uses: core.value
            with: { value: 1 }
          - id: third
            uses: core.value
            with: { value: "${missing}" }
          - id: fourth
            uses: core.value
            with: { value: "${1 +}" }
          - id: fifth
            uses: core.value
            with: { value: 1 }
            timeout: soon
          - id: sixth
            uses: core.value
            with: { value: 1, valu: 1 }
          - id: seventh
            uses: core.value
            with: { value: 1 }
            needs: [nobody]
          - id: eighth
            uses: core.value
            with: { value: 1 }
            retry: { attempts: none }
        """;
}
