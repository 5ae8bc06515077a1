/** Written by `npm run types` from docs/specs/openapi.json. */
export interface components {
  schemas: {
    ActionResponse: {
      /** `images.convert`. */
      name: string;
      /** `images`. */
      family: string;
      /** Contract version. */
      version: number;
      /** One sentence. */
      summary: string;
      /** `pure sampled effect observe`. */
      reuse: string;
      /** Where it waits unless a step says otherwise. */
      queue: string;
      /** JSON Schema. */
      input: unknown;
      /** JSON Schema. */
      output: unknown;
    };
    ApprovalResponse: {
      /** `r17.4:12.3.0`. */
      id: string;
      /** Run. */
      run: string;
      /** Its workflow. */
      workflow: string;
      /** Path of the step. */
      step: string;
      /** Item. */
      key?: string | null;
      /** `review` (a value is looked at) or `approve` (yes or no). */
      kind: string;
      /** What is asked. */
      question: string;
      /** What is decided about; null: nothing. */
      value?: unknown;
      /** JSON Schema of the value's form; null: as the value is. */
      schema?: unknown;
      /** What to look at. */
      pictures: components["schemas"]["PictureReference"][];
      /** User it is for; null: anybody. */
      assignee?: string | null;
      /** Deadline; null: none. */
      due?: string | null;
      /** What happens at the deadline: `accept reject`; null: nothing. */
      default?: string | null;
      /** When it was asked. */
      opened: string;
    };
    DecideRequest: {
      /** `accept reject edit`. */
      verdict: string;
      /** For edit: the changed fields (RFC 7396 merge patch). */
      value?: unknown;
      /** What you want to say beside it. */
      note?: string | null;
    };
    PictureReference: {
      /** Artifact. */
      digest: string;
      /** File name. */
      name?: string | null;
      /** IANA media type. */
      media_type: string;
    };
    ArtifactResponse: {
      /** `sha256:...`. */
      digest: string;
      /** IANA media type. */
      media_type: string;
      /** File name. */
      name?: string | null;
      /** Bytes. */
      size: number;
    };
    AuditEntry: {
      /** Position in the log. */
      seq: number;
      /** When. */
      at: string;
      /** User name; `token:NAME of USER` for programs; `anonymous` for failed sign-ins. */
      actor: string;
      /** From where. */
      address?: string | null;
      /** `run.start`, `user.create` and so on. */
      action: string;
      /** What it was done to. */
      target?: string | null;
      /** `done refused failed`. */
      outcome: string;
      /** HTTP status that was answered. */
      status: number;
      /** What was asked, without secrets; null: nothing to add. */
      detail?: unknown;
    };
    CollectionItemResponse: {
      /** Which item. */
      key: string;
      /** SHA-256 of its value, hexadecimal. */
      digest: string;
      /** When. */
      first_seen: string;
      /** When. */
      last_seen: string;
      /** Since when it is gone; null: it is there. */
      gone?: string | null;
    };
    CollectionResponse: {
      /** Its name. */
      name: string;
      /** Items that are there. */
      items: number;
      /** Items that complete listings no longer yield. */
      gone: number;
      /** Newest sight; null: empty. */
      last_seen?: string | null;
    };
    HomeEvent: {
      /** Rises with every change; the event's id. */
      seq: number;
      /** Runs that changed; at most 50. */
      runs: components["schemas"]["RunSummary"][];
      /** More changed than are named: read the list. */
      many_runs: boolean;
      /** Runs that have something to do. */
      running: number;
      /** Questions that wait for a person. */
      approvals: number;
    };
    RunEvent: {
      /** Commit it shows; the event's id. */
      seq: number;
      /** Its state and counts. */
      run: components["schemas"]["RunSummary"];
      /** Blocks outside items. */
      blocks: components["schemas"]["BlockResponse"][];
      /** Counters that changed since the last event; all of them in the first one. */
      steps: components["schemas"]["StepCounts"][];
      /** What it waits for. */
      waits: components["schemas"]["WaitResponse"][];
      /** Steps with running bodies outside blocks. */
      running: string[];
      /** `block:ordinal` of items that changed; empty where there were more than 200, see ManyItems. */
      changed_items: string[];
      /** More items changed than are named. */
      many_items: boolean;
      /** Lines of its log so far. */
      log_lines: number;
    };
    FileEntry: {
      /** Its name. */
      name: string;
      /** Absolute path. */
      path: string;
      /** A folder. */
      folder: boolean;
      /** Bytes of a file. */
      size?: number | null;
      /** When. */
      changed?: string | null;
    };
    FolderResponse: {
      /** Absolute path; null: the list of roots. */
      path?: string | null;
      /** The folder above; null: the list of roots. */
      parent?: string | null;
      /** Folders first, by name; at most 1,000. */
      entries: components["schemas"]["FileEntry"][];
      /** There are more. */
      truncated: boolean;
    };
    AboutResponse: {
      /** `Atelier`. */
      name: string;
      /** Its version. */
      version: string;
      /** The folder it owns. */
      home: string;
      /** Folders that files and folders may be picked from. */
      roots: string[];
      /** When it was started. */
      started: string;
      /** True: it listens to other machines. */
      exposed?: boolean;
      /** Of the machine. */
      processors: number;
      /** Resident memory of the server. */
      memory_bytes: number;
      /** Processes beside the engine that run now. */
      hosts: string[];
    };
    AttentionItem: {
      /** `approval quarantine failed parked budget`. */
      kind: string;
      /** The run. */
      run: string;
      /** Its workflow. */
      workflow: string;
      /** One sentence. */
      text: string;
      /** Items or questions it is about. */
      count: number;
      /** Deadline; null: none. */
      due?: string | null;
    };
    GarbageResponse: {
      /** Artifacts removed. */
      removed: number;
      /** Bytes freed. */
      bytes: number;
    };
    HomeOverview: {
      /** Runs that have something to do. */
      running: number;
      /** Runs that wait for a person, a signal or a time. */
      waiting: number;
      /** Runs that somebody paused. */
      paused: number;
      /** Questions that wait for a person. */
      approvals: number;
      /** Steps that wait for something outside: a host that is down, a budget, a decision. */
      parked: number;
      /** Runs that failed within 24 hours. */
      failed_last_day: number;
      /** Items in quarantine of runs that ended within 7 days, without those that were accepted. */
      quarantined: number;
      /** The newest runs, unfinished ones first; at most 20. */
      recent: components["schemas"]["RunSummary"][];
      /** What needs somebody, most urgent first; at most 20. */
      attention: components["schemas"]["AttentionItem"][];
      /** The last 24 hours, oldest first. */
      throughput: components["schemas"]["ThroughputHour"][];
      /** Why nothing can be written at present (a full disk); null: all is well. */
      stalled?: string | null;
      /** Rises with every change. */
      seq: number;
    };
    StorageResponse: {
      /** Runs, items, outcomes. */
      database_bytes: number;
      /** Bytes kept by digest. */
      artifact_bytes: number;
      /** Thumbnails and remembered files. */
      cache_bytes: number;
      /** Users, audit, schedules. */
      workspace_bytes: number;
      /** Free on that disk. */
      free_bytes: number;
    };
    ThroughputHour: {
      /** Start of the hour. */
      from: string;
      /** Succeeded, empty and skipped items and steps. */
      succeeded: number;
      /** Rejected ones. */
      rejected: number;
      /** Failed ones. */
      failed: number;
    };
    AcceptRequest: {
      /** Which group. */
      cause: components["schemas"]["CauseReference"];
      /** Why. */
      note?: string | null;
    };
    AcceptanceResponse: {
      /** User. */
      by: string;
      /** When. */
      at: string;
      /** Why. */
      note?: string | null;
    };
    AttemptResponse: {
      /** Drive. */
      drive: number;
      /** Number, from 1. */
      attempt: number;
      /** When. */
      at: string;
      /** `failed started cut_off`. */
      state: string;
      /** Why. */
      failure?: components["schemas"]["RunError"] | null;
      /** When the next one was due. */
      due?: string | null;
    };
    FailureGroupResponse: {
      /** Number of the block. */
      block: number;
      /** Path of the block. */
      path: string;
      /** Path of the step that failed. */
      step?: string | null;
      /** Code of the failure. */
      code: string;
      /** `transient permanent unavailable`. */
      kind?: string | null;
      /** The message with names and numbers left out. */
      shape: string;
      /** The first item's message. */
      message: string;
      /** What to do. */
      remedy?: string | null;
      /** Items. */
      count: number;
      /** The first of them. */
      examples: components["schemas"]["ItemRow"][];
      /** Set: somebody accepted it as it is. */
      accepted?: components["schemas"]["AcceptanceResponse"] | null;
    };
    ItemDetail: {
      /** The same as in lists. */
      item: components["schemas"]["ItemRow"];
      /** The row of the source. */
      source?: unknown;
      /** What became of its steps, in order. */
      steps: components["schemas"]["ItemStep"][];
      /** Ordinal of the item before it; null: it is the first. */
      previous?: number | null;
      /** Ordinal of the next item; null: it is the last. */
      following?: number | null;
    };
    ItemPage: {
      /** Number of the block. */
      block: number;
      /** Path of its step. */
      path: string;
      /** In the order asked for. */
      items: components["schemas"]["ItemRow"][];
      /** Give it as `after`; null: the end. */
      next?: string | null;
      /** Items of the block that are known. */
      total: number;
      /** How many fit the filter, where it is known. */
      matched?: number | null;
      /** Of the whole block. */
      counts: components["schemas"]["OutcomeCountsBody"];
      /** Not ended. */
      open: number;
    };
    ItemRow: {
      /** 0-based position. */
      ordinal: number;
      /** Which item. */
      key: string;
      /** An outcome; `open` until it ended. */
      outcome: string;
      /** What the block yields for it; null until then. */
      value?: unknown;
      /** Which drive. */
      drive: number;
      /** When it ended. */
      at?: string | null;
      /** What failed; null: nothing. */
      failure?: components["schemas"]["RunError"] | null;
      /** Why it was rejected or skipped. */
      reason?: string | null;
      /** What made it: actions and digests of models. */
      made_by: string[];
      /** Digest of a picture that shows it; null: there is none. */
      picture?: string | null;
    };
    ItemStep: {
      /** Path of the step. */
      path: string;
      /** Keys of inner items or rounds; null: the item's own step. */
      key?: string | null;
      /** `block:ordinal`. */
      scope: string;
      /** State or outcome. */
      state: string;
      /** Which drive. */
      drive: number;
      /** Which attempt ended it, or runs. */
      attempt: number;
      /** When it ended. */
      at?: string | null;
      /** Time of its body. */
      milliseconds?: number | null;
      /** What it was given; null: not known any more. Secrets are masked. */
      input?: unknown;
      /** What it gave; null: nothing. */
      output?: unknown;
      /** Why it failed. */
      failure?: components["schemas"]["RunError"] | null;
      /** Why it was rejected or skipped, or what it waits for. */
      reason?: string | null;
      /** Action and version, and digests of models. */
      made_by?: string | null;
      /** Why it ran, or was not run again. */
      why?: components["schemas"]["WhyResponse"] | null;
      /** Those that failed or were cut off. */
      attempts: components["schemas"]["AttemptResponse"][];
      /** What it cost. */
      usage: components["schemas"]["UsageRow"][];
    };
    OutcomeRow: {
      /** Path. */
      step: string;
      /** `block:ordinal`. */
      scope: string;
      /** Keys of the items it is in. */
      key?: string | null;
      /** How it ended. */
      outcome: string;
      /** Drive. */
      drive: number;
      /** Attempt that ended it. */
      attempt: number;
      /** When. */
      at: string;
      /** The commit it came with. */
      seq: number;
      /** Output. */
      value?: unknown;
      /** What made it. */
      made_by?: string | null;
      /** Why it was rejected or skipped. */
      reason?: string | null;
      /** Why it failed. */
      failure?: components["schemas"]["RunError"] | null;
      /** Time of its body. */
      milliseconds?: number | null;
    };
    WhyResponse: {
      /** A recorded result was taken. */
      reused: boolean;
      /** `pure sampled effect observe`. */
      class: string;
      /** `results` or `ledger`. */
      table?: string | null;
      /** One sentence. */
      reason: string;
      /** First part of the fingerprint that differs. */
      differs?: string | null;
    };
    LogLineResponse: {
      /** From 1, dense. */
      number: number;
      /** When. */
      at: string;
      /** `trace debug info warning error`. */
      level: string;
      /** Path. */
      step?: string | null;
      /** Item. */
      key?: string | null;
      /** Attempt. */
      attempt: number;
      /** The line. */
      text: string;
    };
    DeviceResponse: {
      /** `cpu` and so on. */
      device: string;
      /** Bytes; null: nobody limited it. */
      limit?: number | null;
      /** Bytes taken. */
      held: number;
    };
    ModelResponse: {
      /** As registered. */
      name: string;
      /** What it does. */
      kind: string;
      /** Where it comes from. */
      source: string;
      /** Of its files; null: not known yet. */
      digest?: string | null;
      /** Where it is or would be loaded. */
      device: string;
      /** `absent loading ready leaving unloading`. */
      state: string;
      /** Taken now. */
      bytes: number;
      /** Expected or measured. */
      need: number;
      /** Questions it is at. */
      in_use: number;
      /** Leaves last. */
      pinned: boolean;
      /** Questions that wait for it. */
      waiting: number;
      /** Why they wait. */
      reason?: string | null;
    };
    ModelsResponse: {
      /** Budgets. */
      devices: components["schemas"]["DeviceResponse"][];
      /** By name. */
      models: components["schemas"]["ModelResponse"][];
    };
    Mistake: {
      /** Stable code. */
      code: string;
      /** `error` or `warning`. */
      severity: string;
      /** One sentence: what is wrong. */
      message: string;
      /** The file; empty for the text itself; null where there is none. */
      file?: string | null;
      /** 1-based; 0 where there is no place. */
      line?: number;
      /** 1-based, in UTF-16 units; 0 where there is no place. */
      column?: number;
      /** What to do; null when the message says it. */
      remedy?: string | null;
    };
    Problem: {
      /** A URI that names the kind of problem: `https://atelier.dev/errors/ATL7001`. */
      type: string;
      /** The kind of problem, the same for each of its kind. */
      title: string;
      /** HTTP status. */
      status: number;
      /** What is wrong here, one sentence. */
      detail?: string | null;
      /** The request's id, as the server's log names it. */
      instance?: string | null;
      /** Stable code, `ATL####`: switch on it, never on text. */
      code: string;
      /** What to do about it; null when the detail says it. */
      remedy?: string | null;
      /** For definitions and inputs: every mistake. */
      errors?: components["schemas"]["Mistake"][] | null;
    };
    BlockResponse: {
      /** Its number in the run. */
      block: number;
      /** Path of its step. */
      path: string;
      /** `for_each repeat parallel switch`. */
      kind: string;
      /** Keys of the items it is in; null: outside items. */
      key?: string | null;
      /** For a for_each. */
      collection?: string | null;
      /** Its ended items or rounds. */
      counts: components["schemas"]["OutcomeCountsBody"];
      /** Open ones. */
      open: number;
      /** Listed so far. */
      known: number;
      /** The listing is complete. */
      complete: boolean;
      /** As the source says; null: unknown. */
      total?: number | null;
      /** Nothing more happens in it. */
      closed: boolean;
    };
    BudgetRequest: {
      /** Money. */
      cost?: number | null;
      /** Tokens. */
      tokens?: number | null;
    };
    CauseReference: {
      /** Number of the block. */
      block: number;
      /** Code of the failure. */
      code: string;
      /** Its message with names and numbers left out. */
      shape: string;
    };
    ChangeResponse: {
      /** False: there was nothing to change. */
      done: boolean;
    };
    OutcomeCountsBody: {
      /** Succeeded ones. */
      succeeded: number;
      /** Empty ones. */
      empty: number;
      /** Rejected ones. */
      rejected: number;
      /** Failed ones. */
      failed: number;
      /** Skipped ones. */
      skipped: number;
      /** Cancelled ones. */
      cancelled: number;
    };
    ResolveRequest: {
      /** Id or path. */
      step: string;
      /** Item; null: outside items. */
      key?: string | null;
      /** `done again fail`. */
      resolution: string;
      /** For done: the value. */
      output?: unknown;
    };
    RetryRequest: {
      /** Failed items that their block went on without. */
      quarantined?: boolean;
      /** Failed and cancelled steps, and the items that made them so. */
      failed?: boolean;
      /** Items with these keys, whatever became of them; at most 10,000. */
      items?: string[] | null;
      /** From this step on. */
      from_step?: string | null;
      /** All failed items of one cause. */
      cause?: components["schemas"]["CauseReference"] | null;
    };
    RetryResponse: {
      /** The drive it runs as. */
      drive: number;
      /** Items. */
      items: number;
      /** Steps outside items. */
      steps: number;
    };
    RunError: {
      /** Path of the step. */
      step?: string | null;
      /** Key of the item. */
      key?: string | null;
      /** Which attempt. */
      attempt: number;
      /** Stable code. */
      code: string;
      /** `transient permanent unavailable`. */
      kind: string;
      /** One sentence. */
      message: string;
      /** More, for experts. */
      detail?: string | null;
      /** What to do. */
      remedy?: string | null;
    };
    RunOptionsBody: {
      /** At most this many items of each outermost for_each. */
      limit?: number | null;
      /** Only items with these keys. */
      only?: string[] | null;
      /** So many items, the same ones each time. */
      sample?: number | null;
      /** Recorded results are not reused. */
      fresh?: boolean;
      /** Nor for these steps. */
      fresh_steps?: string[] | null;
      /** -100 (last) to 100 (first). */
      priority?: number;
      /** Money it may spend. */
      cost_limit?: number | null;
      /** Tokens it may spend. */
      token_limit?: number | null;
    };
    RunResponse: {
      /** The same as in lists. */
      summary: components["schemas"]["RunSummary"];
      /** As it was started with. */
      inputs: unknown;
      /** How it differs from its workflow; null: not at all. */
      options?: unknown;
      /** Once it has ended well; null until then. */
      outputs?: unknown;
      /** What made it fail. */
      errors: components["schemas"]["RunError"][];
      /** Its blocks outside items. */
      blocks: components["schemas"]["BlockResponse"][];
      /** What it waits for; at most 20. */
      waits: components["schemas"]["WaitResponse"][];
      /** Paths of steps with running bodies outside blocks. */
      running: string[];
      /** Items that blocks went on without. */
      quarantined: number;
      /** What it spent; null: nothing. */
      spending?: unknown;
      /** Exit code the command line would give: 0 done, 1 failed, 3 with quarantined items, 5 waiting, 130 cancelled. Null: it runs. */
      exit?: number | null;
    };
    RunSteps: {
      /** The commit they are of. */
      seq: number;
      /** False: still being counted; a later answer is. */
      exact: boolean;
      /** In plan order. */
      steps: components["schemas"]["StepCounts"][];
    };
    RunSummary: {
      /** `r17`. */
      run: string;
      /** Its workflow. */
      workflow: string;
      /** Digest of its definition. */
      version: string;
      /** `running waiting paused cancelling`, or its outcome once it has ended. */
      state: string;
      /** When. */
      started: string;
      /** Last change; the end where it has ended. */
      changed: string;
      /** True: nothing happens any more. */
      ended: boolean;
      /** Items of its outermost blocks. */
      counts: components["schemas"]["OutcomeCountsBody"];
      /** Items that have not ended. */
      open: number;
      /** Items listed so far. */
      known: number;
      /** Rises with every change. */
      seq: number;
    };
    SignalRequest: {
      /** Its name. */
      name: string;
      /** Key of the item. */
      key?: string | null;
      /** De-duplicates; null: the request's `Idempotency-Key`, else a new one. */
      id?: string | null;
      /** What it says. */
      payload?: unknown;
    };
    StartRunRequest: {
      /** Its name. */
      workflow: string;
      /** Digest; null: the newest. */
      version?: string | null;
      /** Object; null: all by default. */
      inputs?: unknown;
      /** How it differs from what the workflow says. */
      options?: components["schemas"]["RunOptionsBody"] | null;
    };
    StepCounts: {
      /** Path of the step. */
      path: string;
      /** For a step outside items: its state or outcome; null: not reached, or inside items. */
      state?: string | null;
      /** Its outcomes, newest drive. */
      counts: components["schemas"]["OutcomeCountsBody"];
      /** Of these, taken from recorded results. */
      reused: number;
      /** Open now: ready, running, waiting, retrying, parked. */
      active: number;
      /** Mean time of a body; null: none ran. */
      mean_milliseconds?: number | null;
    };
    TimelineResponse: {
      /** Its start. */
      from: string;
      /** Its end, or now. */
      until: string;
      /** In order of their start; at most 500. */
      spans: components["schemas"]["TimelineSpan"][];
      /** There are more. */
      truncated: boolean;
    };
    TimelineSpan: {
      /** Path of the step. */
      path: string;
      /** Item; null: all, or outside items. */
      key?: string | null;
      /** First start. */
      from: string;
      /** Last end; null: not ended. */
      until?: string | null;
      /** State or outcome; for many, the worst. */
      state: string;
      /** How many it stands for. */
      count: number;
    };
    UsageResponse: {
      /** Money in all, as the models' prices say. */
      cost: number;
      /** In all. */
      input_tokens: number;
      /** In all. */
      output_tokens: number;
      /** Time of bodies in all. */
      body_seconds: number;
      /** Budget of the run; null: none. */
      limits?: unknown;
      /** By step and model. */
      rows: components["schemas"]["UsageRow"][];
    };
    UsageRow: {
      /** Path. */
      step: string;
      /** Null: no model; time only. */
      model?: string | null;
      /** Calls. */
      calls: number;
      /** Tokens. */
      input_tokens: number;
      /** Tokens. */
      output_tokens: number;
      /** Money. */
      cost: number;
      /** Time of bodies. */
      body_seconds: number;
    };
    WaitResponse: {
      /** Path. */
      step: string;
      /** Item; null: outside items. */
      key?: string | null;
      /** `person signal time retry host budget decision worker`. */
      kind: string;
      /** One sentence. */
      text: string;
      /** When it goes on by itself; null: it does not. */
      due?: string | null;
      /** Items that wait for the same. */
      count: number;
    };
    SaveScheduleRequest: {
      /** Its name. */
      workflow: string;
      /** Digest; null: the newest at each start. */
      version?: string | null;
      /** Five fields: minute hour day month weekday. */
      cron: string;
      /** IANA time zone; default UTC. */
      zone?: string | null;
      /** Object; checked against the workflow. */
      inputs?: unknown;
      /** `skip queue cancel_previous allow`; default skip. */
      overlap?: string | null;
      /** `none last all`; default last. */
      catch_up?: string | null;
      /** Default true. */
      enabled?: boolean | null;
    };
    SchedulePreview: {
      /** The next times. */
      next: string[];
      /** In words. */
      text: string;
    };
    ScheduleResponse: {
      /** Stable id. */
      id: string;
      /** Its name. */
      workflow: string;
      /** Digest; null: the newest at each start. */
      version?: string | null;
      /** Five fields, or `@daily` and so on. */
      cron: string;
      /** IANA time zone. */
      zone: string;
      /** Object. */
      inputs: unknown;
      /** When the run before has not ended: `skip queue cancel_previous allow`. */
      overlap: string;
      /** For times that passed while the server was off: `none last all`. */
      catch_up: string;
      /** Off: nothing starts. */
      enabled: boolean;
      /** The next five times. */
      next: string[];
      /** When it last started a run; null: never. */
      last_fired?: string | null;
      /** That run. */
      last_run?: string | null;
      /** Why the last start did not happen; null: it did. */
      problem?: string | null;
      /** User. */
      created_by: string;
    };
    SecretResponse: {
      /** Its name. */
      name: string;
      /** When it was set. */
      set: string;
    };
    SetSecretRequest: {
      /** The value; at most 64 KiB. */
      value: string;
    };
    ChangePasswordRequest: {
      /** The password until now. */
      current: string;
      /** The new one, at least 12 characters. */
      new: string;
    };
    OpenSession: {
      /** Its id; not its secret. */
      id: string;
      /** When it was opened. */
      created: string;
      /** When it was last used, to the minute. */
      seen: string;
      /** From where it was opened. */
      address?: string | null;
      /** What the browser calls itself. */
      agent?: string | null;
      /** The one that asks. */
      current?: boolean;
    };
    SessionResponse: {
      /** User name, or the name of the token. */
      user: string;
      /** For people. */
      display_name: string;
      /** `viewer operator editor admin`. */
      role: string;
      /** What may be asked: `read run work edit admin`. */
      scopes: string[];
      /** For browser sessions: send it as `X-Atelier-Csrf` with every request that changes something. Null for tokens. */
      csrf?: string | null;
      /** When it ends by itself; null: never. */
      expires?: string | null;
      /** True: the password is the one the server made at its first start, and should be changed. */
      must_change_password?: boolean;
    };
    SignInRequest: {
      /** User name, in whatever case. */
      name: string;
      /** The password. */
      password: string;
    };
    CreateTokenRequest: {
      /** For people. */
      name: string;
      /** A subset of the user's: `read run work edit admin`. */
      scopes: string[];
      /** Days until it ends, 1 to 3650; null: never. */
      expires_days?: number | null;
    };
    CreatedTokenResponse: {
      /** What it is. */
      token: components["schemas"]["TokenResponse"];
      /** `atl_...`; shown only here. */
      secret: string;
    };
    TokenResponse: {
      /** Stable id; not its secret. */
      id: string;
      /** For people. */
      name: string;
      /** Whose it is. */
      user: string;
      /** What it allows. */
      scopes: string[];
      /** When. */
      created: string;
      /** When it ends; null: never. */
      expires?: string | null;
      /** To the minute; null: never. */
      last_used?: string | null;
      /** True: refused from now on. */
      revoked?: boolean;
    };
    CreateUserRequest: {
      /** Letters, digits, dots, dashes and underscores; unique in whatever case. */
      name: string;
      /** For people; default: the name. */
      display_name?: string | null;
      /** `viewer operator editor admin`. */
      role: string;
      /** At least 12 characters; null: the server makes one and answers it once. */
      password?: string | null;
    };
    CreatedUserResponse: {
      /** Who. */
      user: components["schemas"]["UserResponse"];
      /** The password the server made; shown only here. Null: one was given. */
      password?: string | null;
    };
    UpdateUserRequest: {
      /** For people. */
      display_name?: string | null;
      /** `viewer operator editor admin`. */
      role?: string | null;
      /** Disabled users cannot sign in. */
      disabled?: boolean | null;
      /** True: the server makes a new password and answers it once. */
      reset_password?: boolean;
    };
    UserResponse: {
      /** Stable id. */
      id: string;
      /** Signs in with it. */
      name: string;
      /** For people. */
      display_name: string;
      /** `viewer operator editor admin`. */
      role: string;
      /** When. */
      created: string;
      /** True: cannot sign in, and their tokens are refused. */
      disabled?: boolean;
      /** Last request, to the minute; null: never. */
      last_seen?: string | null;
    };
    ClaimRequest: {
      /** Name of the worker, unique among those that are connected. */
      worker: string;
      /** Queues it serves. */
      queues: string[];
      /** Actions it can run. */
      actions: string[];
      /** Tasks of `worker.task` it can run. */
      tasks?: string[] | null;
      /** Steps it runs at once, 1 to 256. */
      slots: number;
      /** Steps it takes now, at most 256. */
      max: number;
      /** How long it waits for the first, 0 to 30. */
      wait_seconds?: number;
      /** How long a lease lasts without a heartbeat, 5 to 300; 0: 30. */
      lease_seconds?: number;
    };
    ClaimResponse: {
      /** None: nothing was ready in time. */
      steps: components["schemas"]["ClaimedStep"][];
    };
    ClaimedStep: {
      /** Names the lease; the fencing token is in it. */
      lease: string;
      /** Run. */
      run: string;
      /** Path. */
      step: string;
      /** Item. */
      key?: string | null;
      /** Attempt. */
      attempt: number;
      /** What to run. */
      action: string;
      /** Contract version of the action. */
      version: number;
      /** For `worker.task`: which task. */
      task?: string | null;
      /** Resolved input, secrets included. */
      input: unknown;
      /** The same for every attempt of a drive: give it to whoever takes one. */
      idempotency_key: string;
      /** Time of the body; null: no limit. */
      timeout_seconds?: number | null;
      /** When the lease ends without a heartbeat. */
      expires: string;
    };
    CompleteRequest: {
      /** Name of the worker. */
      worker: string;
      /** At most 256. */
      steps: components["schemas"]["CompletedStep"][];
    };
    CompleteResponse: {
      /** In the order asked. */
      steps: components["schemas"]["CompletionState"][];
    };
    CompletedStep: {
      /** Lease. */
      lease: string;
      /** `succeeded empty rejected failed cancelled`; `returned`: not begun, give it to somebody else. */
      outcome: string;
      /** For succeeded and empty. */
      output?: unknown;
      /** For rejected. */
      reason?: string | null;
      /** For failed. */
      failure?: components["schemas"]["WorkerFailure"] | null;
      /** Models and versions that made it. */
      made_by?: string | null;
      /** Last lines. */
      log?: components["schemas"]["WorkerLogLine"][] | null;
    };
    CompletionState: {
      /** Lease. */
      lease: string;
      /** False: the lease was lost; somebody else has the step. */
      accepted: boolean;
      /** Why not. */
      code?: string | null;
      /** Why not, in words. */
      message?: string | null;
    };
    HeartbeatRequest: {
      /** Name of the worker. */
      worker: string;
      /** What it is at. */
      leases: components["schemas"]["LeaseBeat"][];
    };
    HeartbeatResponse: {
      /** In the order asked. */
      leases: components["schemas"]["LeaseState"][];
    };
    LeaseBeat: {
      /** Lease. */
      lease: string;
      /** 0 to 1; null: not known. */
      progress?: number | null;
      /** What it does. */
      message?: string | null;
      /** Lines since the last beat. */
      log?: components["schemas"]["WorkerLogLine"][] | null;
    };
    LeaseState: {
      /** Lease. */
      lease: string;
      /** `held`: go on. `cancelled`: stop, and complete it as cancelled. `lost`: stop; what it would complete is refused. */
      state: string;
      /** When it ends without another beat. */
      expires?: string | null;
    };
    WorkerFailure: {
      /** `transient` (try again), `permanent`, `unavailable` (wait for something outside). */
      kind: string;
      /** Code of the worker's own. */
      code: string;
      /** One sentence. */
      message: string;
      /** More, for experts. */
      detail?: string | null;
      /** Not before. */
      retry_after_seconds?: number | null;
      /** For unavailable: what is not there. */
      endpoint?: string | null;
      /** `none` or `unknown`; default unknown. */
      effect?: string | null;
    };
    WorkerLogLine: {
      /** `debug info warning error`. */
      level: string;
      /** The line. */
      text: string;
    };
    WorkerResponse: {
      /** Its name. */
      name: string;
      /** Queues it serves. */
      queues: string[];
      /** Steps at once. */
      slots: number;
      /** Steps it is at. */
      busy: number;
      /** When it was last heard of. */
      seen: string;
      /** When it was first heard of. */
      connected: string;
      /** Whose token it uses. */
      user: string;
      /** From where. */
      address?: string | null;
    };
    CreateWorkflowRequest: {
      /** Texts: its own under the empty name. */
      sources?: { [key: string]: string } | null;
      /** A file inside the server's roots. */
      file?: string | null;
      /** Name of a template. */
      template?: string | null;
      /** For people. */
      label?: string | null;
    };
    DiffFile: {
      /** Empty: the workflow's own. */
      name: string;
      /** Changed lines with three lines around each. */
      lines: components["schemas"]["DiffLine"][];
    };
    DiffLine: {
      /** `same added removed gap`. */
      kind: string;
      /** Number in the old text. */
      old?: number | null;
      /** Number in the new text. */
      new?: number | null;
      /** The line; for a gap, empty. */
      text: string;
    };
    DiffResponse: {
      /** Digest. */
      from: string;
      /** Digest. */
      to: string;
      /** Texts that differ. */
      files: components["schemas"]["DiffFile"][];
    };
    GraphEdge: {
      /** Path of the step that comes first. */
      from: string;
      /** Path of the step that needs it. */
      to: string;
    };
    GraphNode: {
      /** Its number in the plan. */
      step: number;
      /** Ids from the root: `enrich/small`. Stable. */
      path: string;
      /** Its own id. */
      id: string;
      /** `action for_each repeat parallel switch run`. */
      kind: string;
      /** For an action: its name. */
      action?: string | null;
      /** Path of the block it is in; null: the workflow itself. */
      parent?: string | null;
      /** For children of `parallel` and `switch`: the branch; `on_failure`, `finally` for handlers; null otherwise. */
      branch?: string | null;
      /** Where it waits for a slot; null for blocks. */
      queue?: string | null;
      /** Text of its `if`; null: always. */
      condition?: string | null;
      /** For a for_each: the collection. */
      collection?: string | null;
      /** Where it is written. */
      line: number;
    };
    ValidateWorkflowRequest: {
      /** Texts: its own under the empty name. */
      sources?: { [key: string]: string } | null;
      /** A file inside the server's roots. */
      file?: string | null;
    };
    ValidationResponse: {
      /** True: it could run. */
      valid: boolean;
      /** The workflow's name, where it could be read. */
      name?: string | null;
      /** Errors and warnings, in order of place. */
      mistakes: components["schemas"]["Mistake"][];
      /** What a start would need; empty where it is not valid. */
      inputs: components["schemas"]["WorkflowInput"][];
      /** Its steps; null where it is not valid. */
      graph?: components["schemas"]["WorkflowGraph"] | null;
    };
    WorkflowDetail: {
      /** The same as in lists. */
      summary: components["schemas"]["WorkflowSummary"];
      /** The newest one. */
      version: components["schemas"]["WorkflowVersion"];
    };
    WorkflowGraph: {
      /** Every step, parents before children. */
      nodes: components["schemas"]["GraphNode"][];
      /** Needs. */
      edges: components["schemas"]["GraphEdge"][];
    };
    WorkflowInput: {
      /** Its name. */
      name: string;
      /** `string int number bool path file folder enum list object any` and so on, as the workflow says. */
      type: string;
      /** For people. */
      description?: string | null;
      /** A value must be given. */
      required?: boolean;
      /** Null: none. */
      default?: unknown;
      /** Smallest number, shortest text or list. */
      min?: number | null;
      /** Largest number, longest text or list. */
      max?: number | null;
      /** Regular expression of a text. */
      pattern?: string | null;
      /** For an enum. */
      values: string[];
      /** JSON Schema of elements or members; null: any. */
      schema?: unknown;
      /** Where it is declared, 1-based: what is wrong with a given value names this line. 0: not known. */
      line?: number;
    };
    WorkflowSummary: {
      /** Its name. */
      name: string;
      /** Newest version. */
      digest: string;
      /** Of the newest version. */
      label?: string | null;
      /** When the newest version was registered. */
      changed: string;
      /** How many there are. */
      versions: number;
      /** Runs of all versions. */
      runs: number;
      /** The newest run; null: none yet. */
      last_run?: components["schemas"]["RunSummary"] | null;
      /** Schedules that are on. */
      schedules: number;
    };
    WorkflowTemplate: {
      /** Its name. */
      name: string;
      /** One sentence. */
      description: string;
      /** Its text. */
      source: string;
    };
    WorkflowVersion: {
      /** The workflow. */
      name: string;
      /** Of all its texts. */
      digest: string;
      /** For people. */
      label?: string | null;
      /** The file it came from; null: none. */
      file?: string | null;
      /** When it was registered. */
      at: string;
      /** Texts: its own under the empty name, inlined ones under their path. */
      sources: { [key: string]: string };
      /** What a start needs. */
      inputs: components["schemas"]["WorkflowInput"][];
      /** Its steps. */
      graph: components["schemas"]["WorkflowGraph"];
      /** What the check had to say about it. */
      warnings: components["schemas"]["Mistake"][];
    };
    WorkflowVersionSummary: {
      /** Of all its texts. */
      digest: string;
      /** For people. */
      label?: string | null;
      /** The file it came from; null: none. */
      file?: string | null;
      /** When it was registered. */
      at: string;
      /** Runs of this version. */
      runs: number;
    };
  };
}
