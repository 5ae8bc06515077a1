/** Patients that find a cure only once its file is there: two causes of failure. */
export const patients = `name: patients
description: Cures those for whom a cure lies in the folder.
inputs:
  cures: { type: path, description: Where the cures lie }
steps:
  - id: ward
    for_each: [anna, bert, carl, dora, emil, frida]
    key: "\${item}"
    on_item_failure: quarantine
    yield: { cured: "\${cure.exit_code == 0}" }
    steps:
      - id: admit
        uses: core.assert
        with: { that: "\${item != 'frida'}", message: "there is no bed left" }
      - id: cure
        uses: process.run
        retry: false
        cache: false
        with:
          script: test -e "$CURES/$WHO" || test "$WHO" = anna || { echo "no cure" >&2; exit 3; }
          env: { CURES: "\${inputs.cures}", WHO: "\${item}" }
outputs: { cured: "\${ward.succeeded}", failed: "\${ward.failed}" }
`;

/** Goes on for as long as a test wants to steer it. */
export const slow = `name: slow
description: Takes its time, so that it can be paused, resumed and cancelled.
steps:
  - id: first
    uses: core.value
    with: { value: 1 }
  - id: wait
    uses: core.wait
    with: { for: 1h }
`;

/** Asks a person twice; what was answered is kept by the workflow's name, so each test has a name of its own. */
export const titlesFor = (name: string) => `name: ${name}
description: Has a person look at the titles of paintings.
steps:
  - id: paintings
    for_each: [{ file: night, title: Nigth }, { file: boat, title: Boat at dusk }]
    key: "\${item.file}"
    yield: { title: "\${look.value.title}", verdict: "\${look.verdict}" }
    steps:
      - id: look
        uses: people.review
        with:
          question: Is this title right?
          value: { title: "\${item.title}" }
          form: { type: object, properties: { title: { type: string, title: Title } } }
          deadline: 7d
outputs: { titles: "\${paintings.items}" }
`;

/** As many items as one likes, from lines of a file. */
export const crowd = `name: crowd
description: Many items, each of one small step.
inputs:
  lines: { type: path, description: A file with a JSON object a line }
steps:
  - id: read
    uses: data.read_jsonl
    with: { path: "\${inputs.lines}", key: id }
  - id: crowd
    for_each: \${read}
    as: row
    yield: { word: "\${word}" }
    steps:
      - id: word
        uses: core.value
        with: { value: "\${row.word}" }
outputs: { done: "\${crowd.succeeded}" }
`;

/** Rows whose keys, values and failures somebody made to hurt. */
export const hostile = `name: hostile
description: Keys and outputs of strangers.
inputs:
  rows: { type: path, description: A file with a JSON object a line }
steps:
  - id: read
    uses: data.read_jsonl
    with: { path: "\${inputs.rows}", key: id }
  - id: strangers
    for_each: \${read}
    as: row
    on_item_failure: quarantine
    yield: { said: "\${said}" }
    steps:
      - id: said
        uses: core.value
        with: { value: "\${row.text}" }
      - id: log
        uses: core.log
        with: { message: "\${row.id}" }
      - id: check
        uses: core.assert
        with: { that: "\${!row.fails}", message: "\${row.text}" }
  - id: ask
    if: \${strangers.total > 0}
    uses: people.approve
    with: { question: "\${strangers.items[0].said}", details: { text: "\${strangers.items[0].said}" } }
`;
