namespace Atelier.Bench.Engine;

/// <summary>The workflows that are measured.</summary>
internal static class BenchWorkflows
{
    public const string Chain = """
        name: chain
        inputs:
          n: { type: integer, default: 0 }
        steps:
          - id: a
            uses: core.value
            with: { value: { n: "${inputs.n}", text: "A painting of a ship in a storm, oil on canvas, about 1805, in a gilded frame." } }
          - id: b
            uses: core.value
            with: { value: { n: "${a.n + 1}", text: "${a.text}" } }
          - id: c
            uses: core.value
            with: { value: { n: "${b.n + 1}", text: "${b.text}" } }
          - id: d
            uses: core.value
            with: { value: { n: "${c.n + 1}", text: "${c.text}" } }
          - id: e
            uses: core.value
            with: { value: { n: "${d.n + 1}", text: "${d.text}" } }
        """;

    public const string Map = """
        name: map
        inputs:
          count: { type: integer }
        steps:
          - id: rows
            uses: bench.rows
            with: { count: "${inputs.count}" }
          - id: enrich
            for_each: ${rows}
            as: row
            steps:
              - id: a
                uses: core.value
                with: { value: { title: "${row.title}", style: "${row.style}" } }
              - id: b
                uses: core.value
                with: { value: { caption: "${a.title} (${a.style})" } }
          - id: joined
            uses: core.value
            with: { value: "${enrich.succeeded}" }
        """;

    public const string Wait = """
        name: wait
        steps:
          - id: pause
            uses: core.wait
            with: { signal: go }
          - id: done
            uses: core.value
            with: { value: "${pause}" }
        """;
}
