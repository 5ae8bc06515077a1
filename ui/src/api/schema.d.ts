// Written by `npm run types` from docs/specs/openapi.json.

export interface paths {
    "/api/v1/about": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What this server is.
         * @description Needs the scope `read`.
         */
        get: operations["get_about"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every action with its schemas.
         * @description Needs the scope `read`.
         */
        get: operations["get_actions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/actions/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One action.
         * @description Needs the scope `read`.
         */
        get: operations["get_actions_name"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Open questions to people, oldest run first.
         * @description Needs the scope `read`.
         */
        get: operations["get_approvals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An open question.
         * @description Needs the scope `read`.
         */
        get: operations["get_approvals_id"];
        put?: never;
        /**
         * Answer a question: its run goes on with it. It takes one answer, whoever gives it.
         * @description Needs the scope `run`.
         */
        post: operations["post_approvals_id"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep bytes; runs take them as inputs by their digest.
         * @description Needs the scope `run`.
         */
        post: operations["post_artifacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/artifacts/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bytes, by ranges; with `size` a small picture of them.
         * @description Needs the scope `read`.
         */
        get: operations["get_artifacts_digest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        /**
         * Bytes, by ranges; with `size` a small picture of them.
         * @description Needs the scope `read`.
         */
        head: operations["head_artifacts_digest"];
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, newest first. `action` may end in `*`.
         * @description Needs the scope `admin`.
         */
        get: operations["get_audit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Collections by name.
         * @description Needs the scope `read`.
         */
        get: operations["get_collections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/collections/{name}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items of a collection by key.
         * @description Needs the scope `read`.
         */
        get: operations["get_collections_name_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events of the home: runs that changed, at most five times a second.
         * @description Needs the scope `read`.
         */
        get: operations["get_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is in a folder of the server's roots; without a path, the roots.
         * @description Needs the scope `read`.
         */
        get: operations["get_files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What runs, what needs somebody, what failed, and how fast things go.
         * @description Needs the scope `read`.
         */
        get: operations["get_home"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/home/gc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove artifacts that nothing refers to.
         * @description Needs the scope `admin`.
         */
        post: operations["post_home_gc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/home/storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the home takes on disk.
         * @description Needs the scope `read`.
         */
        get: operations["get_home_storage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Models and the memory they take.
         * @description Needs the scope `read`.
         */
        get: operations["get_models"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{name}/load": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Load a model; answered once it is in memory.
         * @description Needs the scope `run`.
         */
        post: operations["post_models_name_load"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{name}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Let a model leave memory last.
         * @description Needs the scope `run`.
         */
        put: operations["put_models_name_pin"];
        post?: never;
        /**
         * End that.
         * @description Needs the scope `run`.
         */
        delete: operations["delete_models_name_pin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/models/{name}/unload": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a model away once its questions are answered.
         * @description Needs the scope `run`.
         */
        post: operations["post_models_name_unload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Runs, newest first.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs"];
        put?: never;
        /**
         * Start a run; the same Idempotency-Key never starts two.
         * @description Needs the scope `run`.
         */
        post: operations["post_runs"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A run as it is now.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run"];
        put?: never;
        post?: never;
        /**
         * Remove what is kept of a run that has ended.
         * @description Needs the scope `edit`.
         */
        delete: operations["delete_runs_run"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Artifacts that a run's outcomes refer to.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_artifacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Blocks of a run outside items; with `all` those inside items too.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_blocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/blocks/{block}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Items of a block: filtered, sorted, from any position.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_blocks_block:int_items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/blocks/{block}/items/{ordinal}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An item with its steps: what they were given, what they gave, and why.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_blocks_block:int_items_ordinal:long"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/blocks/{block}/items/by-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An item by its key.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_blocks_block:int_items_by_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/budget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set what a run may spend.
         * @description Needs the scope `run`.
         */
        put: operations["put_runs_run_budget"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask bodies to stop and run `finally`.
         * @description Needs the scope `run`.
         */
        post: operations["post_runs_run_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events of a run: its newest state, at most five times a second; `end` after the last.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The steps of a run's definition and what needs what.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_graph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lines of a run's log.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/log/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Server-sent events: lines of a run's log as they come; `end` after the last.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_log_stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/outcomes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of steps, by scope, step and drive.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_outcomes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start nothing new; running bodies finish.
         * @description Needs the scope `run`.
         */
        post: operations["post_runs_run_pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Failed items of a run by cause, the most frequent first, with examples.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_quarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/quarantine/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept failed items of one cause as they are.
         * @description Needs the scope `run`.
         */
        post: operations["post_runs_run_quarantine_accept"];
        /**
         * Take that back.
         * @description Needs the scope `run`.
         */
        delete: operations["delete_runs_run_quarantine_accept"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what became of a parked step.
         * @description Needs the scope `run`.
         */
        post: operations["post_runs_run_resolve"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a pause.
         * @description Needs the scope `run`.
         */
        post: operations["post_runs_run_resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take up again what failed, or chosen items, of a run that has ended.
         * @description Needs the scope `run`.
         */
        post: operations["post_runs_run_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/signals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message to a waiting step; the same id counts once.
         * @description Needs the scope `run`.
         */
        post: operations["post_runs_run_signals"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counters of every step by outcome.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_steps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When the steps of a run began and ended.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_timeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a run used and cost, by step and model.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_usage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/waits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a run waits for.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_waits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/runs/{run}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a step ran, or was not run again.
         * @description Needs the scope `read`.
         */
        get: operations["get_runs_run_why"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Schedules, of one workflow or of all.
         * @description Needs the scope `read`.
         */
        get: operations["get_schedules"];
        put?: never;
        /**
         * Make a schedule, which begins now.
         * @description Needs the scope `edit`.
         */
        post: operations["post_schedules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A schedule.
         * @description Needs the scope `read`.
         */
        get: operations["get_schedules_id"];
        /**
         * Change a schedule; it begins anew, and what was due before is not made up for.
         * @description Needs the scope `edit`.
         */
        put: operations["put_schedules_id"];
        post?: never;
        /**
         * Remove a schedule; its runs stay.
         * @description Needs the scope `edit`.
         */
        delete: operations["delete_schedules_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/schedules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When a schedule would start.
         * @description Needs the scope `read`.
         */
        get: operations["get_schedules_preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Names of secrets.
         * @description Needs the scope `edit`.
         */
        get: operations["get_secrets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secrets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep a secret, in place of an earlier one of its name.
         * @description Needs the scope `edit`.
         */
        put: operations["put_secrets_name"];
        post?: never;
        /**
         * Forget a secret.
         * @description Needs the scope `edit`.
         */
        delete: operations["delete_secrets_name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, and what that allows.
         * @description Needs the scope `read`.
         */
        get: operations["get_session"];
        put?: never;
        /** Sign in; answers a cookie. */
        post: operations["post_session"];
        /**
         * Sign out.
         * @description Needs the scope `read`.
         */
        delete: operations["delete_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one's own password; every other session ends.
         * @description Needs the scope `read`.
         */
        post: operations["post_session_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where one is signed in.
         * @description Needs the scope `read`.
         */
        get: operations["get_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of one's own sessions.
         * @description Needs the scope `read`.
         */
        delete: operations["delete_sessions_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One's own tokens, newest first; for admins all with `all=true`.
         * @description Needs the scope `read`.
         */
        get: operations["get_tokens"];
        put?: never;
        /**
         * Make a token with some of one's own scopes; its secret is answered once.
         * @description Needs the scope `read`.
         */
        post: operations["post_tokens"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke one of one's own tokens; admins any.
         * @description Needs the scope `read`.
         */
        delete: operations["delete_tokens_id"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who may sign in, by name.
         * @description Needs the scope `admin`.
         */
        get: operations["get_users"];
        put?: never;
        /**
         * Add a user; without a password the server makes one and answers it once.
         * @description Needs the scope `admin`.
         */
        post: operations["post_users"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a user with all sessions and tokens.
         * @description Needs the scope `admin`.
         */
        delete: operations["delete_users_id"];
        options?: never;
        head?: never;
        /**
         * Change name, role, or whether a user may sign in; or make a new password.
         * @description Needs the scope `admin`.
         */
        patch: operations["patch_users_id"];
        trace?: never;
    };
    "/api/v1/workers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Workers that were heard of lately.
         * @description Needs the scope `read`.
         */
        get: operations["get_workers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/artifacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep bytes that an output is going to name.
         * @description Needs the scope `work`.
         */
        post: operations["post_workers_artifacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take steps of named queues, each under a lease; waits until there are some.
         * @description Needs the scope `work`.
         */
        post: operations["post_workers_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what became of steps; answered once that is durable.
         * @description Needs the scope `work`.
         */
        post: operations["post_workers_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/heartbeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Keep leases, tell progress and log lines, hear what to stop.
         * @description Needs the scope `work`.
         */
        post: operations["post_workers_heartbeat"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workers/leases/{lease}/artifacts/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bytes that the input of a held lease names.
         * @description Needs the scope `work`.
         */
        get: operations["get_workers_leases_lease_artifacts_digest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Workflows by name.
         * @description Needs the scope `read`.
         */
        get: operations["get_workflows"];
        put?: never;
        /**
         * Register a version: from texts, from a file of the server, or from a template.
         * @description Needs the scope `edit`.
         */
        post: operations["post_workflows"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A workflow with its newest version.
         * @description Needs the scope `read`.
         */
        get: operations["get_workflows_name"];
        put?: never;
        post?: never;
        /**
         * Leave a workflow out of lists until it is registered again; its versions stay for the runs that have them.
         * @description Needs the scope `edit`.
         */
        delete: operations["delete_workflows_name"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{name}/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How two versions differ.
         * @description Needs the scope `read`.
         */
        get: operations["get_workflows_name_diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{name}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Versions, newest first.
         * @description Needs the scope `read`.
         */
        get: operations["get_workflows_name_versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/{name}/versions/{digest}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A version with its texts, inputs and graph.
         * @description Needs the scope `read`.
         */
        get: operations["get_workflows_name_versions_digest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Workflows to begin with.
         * @description Needs the scope `read`.
         */
        get: operations["get_workflows_templates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/workflows/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a definition and keep nothing.
         * @description Needs the scope `read`.
         */
        post: operations["post_workflows_validate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers. */
        get: operations["get_health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The home answers and can be written. */
        get: operations["get_health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics as Prometheus text.
         * @description Needs the scope `read`.
         */
        get: operations["get_metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What this server is. */
        AboutResponse: {
            /** @description True: it listens to other machines. */
            exposed: boolean;
            /** @description The folder it owns. */
            home: string;
            /** @description Processes beside the engine that run now. */
            hosts: string[];
            /**
             * Format: int64
             * @description Resident memory of the server.
             */
            memory_bytes: number;
            /** @description `Atelier`. */
            name: string;
            /**
             * Format: int32
             * @description Of the machine.
             */
            processors: number;
            /** @description Folders that files and folders may be picked from. */
            roots: string[];
            /**
             * Format: date-time
             * @description When it was started.
             */
            started: string;
            /** @description Its version. */
            version: string;
        };
        /** @description Somebody accepted failed items as they are. */
        AcceptanceResponse: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description User. */
            by: string;
            /** @description Why. */
            note: null | string;
        };
        /** @description Accepts failed items as they are: they need nobody any more. */
        AcceptRequest: {
            /** @description Which group. */
            cause: components["schemas"]["CauseReference"];
            /** @description Why. */
            note?: null | string;
        };
        /** @description An action. */
        ActionResponse: {
            /** @description `images`. */
            family: string;
            /** @description JSON Schema. */
            input: components["schemas"]["JsonElement"];
            /** @description `images.convert`. */
            name: string;
            /** @description JSON Schema. */
            output: components["schemas"]["JsonElement"];
            /** @description Where it waits unless a step says otherwise. */
            queue: string;
            /** @description `pure sampled effect observe`. */
            reuse: string;
            /** @description One sentence. */
            summary: string;
            /**
             * Format: int32
             * @description Contract version.
             */
            version: number;
        };
        /** @description A question to a person. */
        ApprovalResponse: {
            /** @description User it is for; null: anybody. */
            assignee: null | string;
            /** @description What happens at the deadline: `accept reject`; null: nothing. */
            default: null | string;
            /**
             * Format: date-time
             * @description Deadline; null: none.
             */
            due: null | string;
            /** @description `r17.4:12.3.0`. */
            id: string;
            /** @description Item. */
            key: null | string;
            /** @description `review` (a value is looked at) or `approve` (yes or no). */
            kind: string;
            /**
             * Format: date-time
             * @description When it was asked.
             */
            opened: string;
            /** @description Path of the picture as the workflow named it, on the server's machine; null: there is none. */
            path: null | string;
            /** @description What to look at. */
            pictures: components["schemas"]["PictureReference"][];
            /** @description What is asked. */
            question: string;
            /** @description Run. */
            run: string;
            schema: null | components["schemas"]["JsonElement"];
            /** @description Path of the step. */
            step: string;
            value: null | components["schemas"]["JsonElement"];
            /** @description Its workflow. */
            workflow: string;
        };
        /** @description Bytes that are kept. */
        ArtifactResponse: {
            /** @description `sha256:...`. */
            digest: string;
            /** @description IANA media type. */
            media_type: string;
            /** @description File name. */
            name: null | string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
        };
        /** @description One try. */
        AttemptResponse: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: int32
             * @description Number, from 1.
             */
            attempt: number;
            /**
             * Format: int32
             * @description Drive.
             */
            drive: number;
            /**
             * Format: date-time
             * @description When the next one was due.
             */
            due: null | string;
            failure: null | components["schemas"]["RunError"];
            /** @description `failed started cut_off`. */
            state: string;
        };
        /** @description Something that needs a person. */
        AttentionItem: {
            /**
             * Format: int64
             * @description Items or questions it is about.
             */
            count: number;
            /**
             * Format: date-time
             * @description Deadline; null: none.
             */
            due: null | string;
            /** @description `approval quarantine failed parked budget`. */
            kind: string;
            /** @description The run. */
            run: string;
            /** @description One sentence. */
            text: string;
            /** @description Its workflow. */
            workflow: string;
        };
        /** @description One change that somebody made or was refused. */
        AuditEntry: {
            /** @description `run.start`, `user.create` and so on. */
            action: string;
            /** @description User name; `token:NAME of USER` for programs; `anonymous` for failed sign-ins. */
            actor: string;
            /** @description From where. */
            address: null | string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            detail: null | components["schemas"]["JsonElement"];
            /** @description `done refused failed`. */
            outcome: string;
            /**
             * Format: int64
             * @description Position in the log.
             */
            seq: number;
            /**
             * Format: int32
             * @description HTTP status that was answered.
             */
            status: number;
            /** @description What it was done to. */
            target: null | string;
        };
        /** @description A block of a run. */
        BlockResponse: {
            /**
             * Format: int32
             * @description Its number in the run.
             */
            block: number;
            /** @description Nothing more happens in it. */
            closed: boolean;
            /** @description For a for_each. */
            collection: null | string;
            /** @description The listing is complete. */
            complete: boolean;
            /** @description Its ended items or rounds. */
            counts: components["schemas"]["OutcomeCountsBody"];
            /** @description Keys of the items it is in; null: outside items. */
            key: null | string;
            /** @description `for_each repeat parallel switch`. */
            kind: string;
            /**
             * Format: int64
             * @description Listed so far.
             */
            known: number;
            /**
             * Format: int64
             * @description Open ones.
             */
            open: number;
            /** @description Path of its step. */
            path: string;
            /**
             * Format: int64
             * @description As the source says; null: unknown.
             */
            total: null | number;
        };
        /** @description What a run may spend; null: no limit. */
        BudgetRequest: {
            /**
             * Format: double
             * @description Money.
             */
            cost?: null | number;
            /**
             * Format: int64
             * @description Tokens.
             */
            tokens?: null | number;
        };
        /** @description A group of failed items. */
        CauseReference: {
            /**
             * Format: int32
             * @description Number of the block.
             */
            block: number;
            /** @description Code of the failure. */
            code: string;
            /** @description Its message with names and numbers left out. */
            shape: string;
        };
        /** @description Changes the password of the user who asks; every other session of theirs ends. */
        ChangePasswordRequest: {
            /** @description The password until now. */
            current: string;
            /** @description The new one, at least 12 characters. */
            new: string;
        };
        /** @description Whether something changed. */
        ChangeResponse: {
            /** @description False: there was nothing to change. */
            done: boolean;
        };
        /** @description A step under a lease. */
        ClaimedStep: {
            /** @description What to run. */
            action: string;
            /**
             * Format: int32
             * @description Attempt.
             */
            attempt: number;
            /** @description The folder on the server that the workflow's relative paths start from. */
            base_folder: string;
            /**
             * Format: int32
             * @description 0 at first; one more for each time somebody asked for the step again.
             */
            drive: number;
            /**
             * Format: date-time
             * @description When the lease ends without a heartbeat.
             */
            expires: string;
            /** @description The same for every attempt of a drive: give it to whoever takes one. */
            idempotency_key: string;
            /** @description Resolved input, secrets included. */
            input: components["schemas"]["JsonElement"];
            /** @description Item. */
            key: null | string;
            /** @description Names the lease; the fencing token is in it. */
            lease: string;
            /** @description Run. */
            run: string;
            /** @description Path. */
            step: string;
            /** @description For `worker.task`: which task. */
            task: null | string;
            /**
             * Format: double
             * @description Time of the body; null: no limit.
             */
            timeout_seconds: null | number;
            /**
             * Format: int32
             * @description Contract version of the action.
             */
            version: number;
            /** @description Workflow. */
            workflow: string;
        };
        /**
         * @description Asks for steps to run. Waits until there are some.
         * @example {
         *       "worker": "gpu-1",
         *       "queues": [
         *         "gpu"
         *       ],
         *       "actions": [
         *         "images.convert"
         *       ],
         *       "tasks": [
         *         "caption"
         *       ],
         *       "slots": 4,
         *       "max": 4,
         *       "wait_seconds": 20,
         *       "lease_seconds": 30
         *     }
         */
        ClaimRequest: {
            /** @description Actions it can run. */
            actions: string[];
            /**
             * Format: int32
             * @description How long a lease lasts without a heartbeat, 5 to 300; 0: 30.
             */
            lease_seconds?: number;
            /**
             * Format: int32
             * @description Steps it takes now, at most 256.
             */
            max: number;
            /** @description Queues it serves. */
            queues: string[];
            /**
             * Format: int32
             * @description Steps it runs at once, 1 to 256.
             */
            slots: number;
            /** @description Tasks of `worker.task` it can run. */
            tasks?: null | string[];
            /**
             * Format: int32
             * @description How long it waits for the first, 0 to 30.
             */
            wait_seconds?: number;
            /** @description Name of the worker, unique among those that are connected. */
            worker: string;
        };
        /** @description Steps to run. */
        ClaimResponse: {
            /** @description None: nothing was ready in time. */
            steps: components["schemas"]["ClaimedStep"][];
        };
        /** @description An item of a collection. */
        CollectionItemResponse: {
            /** @description SHA-256 of its value, hexadecimal. */
            digest: string;
            /**
             * Format: date-time
             * @description When.
             */
            first_seen: string;
            /**
             * Format: date-time
             * @description Since when it is gone; null: it is there.
             */
            gone: null | string;
            /** @description Which item. */
            key: string;
            /**
             * Format: date-time
             * @description When.
             */
            last_seen: string;
        };
        /** @description A collection. */
        CollectionResponse: {
            /**
             * Format: int64
             * @description Items that complete listings no longer yield.
             */
            gone: number;
            /**
             * Format: int64
             * @description Items that are there.
             */
            items: number;
            /**
             * Format: date-time
             * @description Newest sight; null: empty.
             */
            last_seen: null | string;
            /** @description Its name. */
            name: string;
        };
        /** @description What became of a step. */
        CompletedStep: {
            /** @description For returned: it was begun, and may have changed something outside. */
            begun?: boolean;
            failure?: null | components["schemas"]["WorkerFailure"];
            /** @description Lease. */
            lease: string;
            /** @description Last lines. */
            log?: null | components["schemas"]["WorkerLogLine"][];
            /** @description Models and versions that made it. */
            made_by?: null | string;
            /** @description `succeeded empty rejected failed cancelled`; `returned`: give it to somebody else. */
            outcome: string;
            output?: null | components["schemas"]["JsonElement"];
            /** @description For rejected. */
            reason?: null | string;
            /** @description What its calls of models cost. */
            usage?: null | components["schemas"]["WorkerUsage"][];
        };
        /**
         * @description Says what became of steps.
         * @example {
         *       "worker": "gpu-1",
         *       "steps": [
         *         {
         *           "lease": "3-1742",
         *           "outcome": "succeeded",
         *           "begun": false,
         *           "output": {
         *             "caption": "a harbour at dusk"
         *           },
         *           "reason": null,
         *           "failure": null,
         *           "made_by": "captioner@2",
         *           "usage": null,
         *           "log": null
         *         }
         *       ]
         *     }
         */
        CompleteRequest: {
            /** @description At most 256. */
            steps: components["schemas"]["CompletedStep"][];
            /** @description Name of the worker. */
            worker: string;
        };
        /** @description Which completions count. */
        CompleteResponse: {
            /** @description In the order asked. */
            steps: components["schemas"]["CompletionState"][];
        };
        /** @description Whether a completion counts. */
        CompletionState: {
            /** @description False: the lease was lost; somebody else has the step. */
            accepted: boolean;
            /** @description Why not. */
            code: null | string;
            /** @description Lease. */
            lease: string;
            /** @description Why not, in words. */
            message: null | string;
        };
        /** @description A new token. */
        CreatedTokenResponse: {
            /** @description `atl_...`; shown only here. */
            secret: string;
            /** @description What it is. */
            token: components["schemas"]["TokenResponse"];
        };
        /** @description A new user. */
        CreatedUserResponse: {
            /** @description The password the server made; shown only here. Null: one was given. */
            password: null | string;
            /** @description Who. */
            user: components["schemas"]["UserResponse"];
        };
        /**
         * @description Makes a token for the user who asks.
         * @example {
         *       "name": "nightly",
         *       "scopes": [
         *         "read",
         *         "run"
         *       ],
         *       "expires_days": 90
         *     }
         */
        CreateTokenRequest: {
            /**
             * Format: int32
             * @description Days until it ends, 1 to 3650; null: never.
             */
            expires_days?: null | number;
            /** @description For people. */
            name: string;
            /** @description A subset of the user's: `read run work edit admin`. */
            scopes: string[];
        };
        /** @description Adds a user. */
        CreateUserRequest: {
            /** @description For people; default: the name. */
            display_name?: null | string;
            /** @description Letters, digits, dots, dashes and underscores; unique in whatever case. */
            name: string;
            /** @description At least 12 characters; null: the server makes one and answers it once. */
            password?: null | string;
            /** @description `viewer operator editor admin`. */
            role: string;
        };
        /**
         * @description Registers a version: of Sources, of File or of Template; File beside Sources says where their relative paths start.
         * @example {
         *       "sources": {
         *         "": "name: greeting\nsteps:\n  - id: say\n    uses: core.value\n    with: { value: hello }\n"
         *       },
         *       "file": null,
         *       "template": null,
         *       "label": "first"
         *     }
         */
        CreateWorkflowRequest: {
            /** @description A file inside the server's roots. Beside Sources: the file that they are an edited text of; nothing is read from it. */
            file?: null | string;
            /** @description For people. */
            label?: null | string;
            /** @description Texts: its own under the empty name. */
            sources?: null | {
                [key: string]: string;
            };
            /** @description Name of a template. */
            template?: null | string;
        };
        /**
         * @description An answer.
         * @example {
         *       "verdict": "edit",
         *       "value": {
         *         "title": "Starry Night"
         *       },
         *       "note": "as in the catalogue"
         *     }
         */
        DecideRequest: {
            /** @description What you want to say beside it. */
            note?: null | string;
            value?: null | components["schemas"]["JsonElement"];
            /** @description `accept reject edit`. */
            verdict: string;
        };
        /** @description Memory that models share. */
        DeviceResponse: {
            /** @description `cpu` and so on. */
            device: string;
            /**
             * Format: int64
             * @description Bytes taken.
             */
            held: number;
            /**
             * Format: int64
             * @description Bytes; null: nobody limited it.
             */
            limit: null | number;
        };
        /** @description How a text differs. */
        DiffFile: {
            /** @description Changed lines with three lines around each. */
            lines: components["schemas"]["DiffLine"][];
            /** @description Empty: the workflow's own. */
            name: string;
        };
        /** @description A line of a difference. */
        DiffLine: {
            /** @description `same added removed gap`. */
            kind: string;
            /**
             * Format: int32
             * @description Number in the new text.
             */
            new: null | number;
            /**
             * Format: int32
             * @description Number in the old text.
             */
            old: null | number;
            /** @description The line; for a gap, empty. */
            text: string;
        };
        /** @description How two versions differ. */
        DiffResponse: {
            /** @description Texts that differ. */
            files: components["schemas"]["DiffFile"][];
            /** @description Digest. */
            from: string;
            /** @description Digest. */
            to: string;
        };
        /** @description Failed items with one cause. */
        FailureGroupResponse: {
            accepted: null | components["schemas"]["AcceptanceResponse"];
            /**
             * Format: int32
             * @description Number of the block.
             */
            block: number;
            /** @description Code of the failure. */
            code: string;
            /**
             * Format: int64
             * @description Items.
             */
            count: number;
            /** @description The first of them. */
            examples: components["schemas"]["ItemRow"][];
            /** @description `transient permanent unavailable`. */
            kind: null | string;
            /** @description The first item's message. */
            message: string;
            /** @description Path of the block. */
            path: string;
            /** @description What to do. */
            remedy: null | string;
            /** @description The message with names and numbers left out. */
            shape: string;
            /** @description Path of the step that failed. */
            step: null | string;
        };
        /** @description A file or folder inside the server's roots. */
        FileEntry: {
            /**
             * Format: date-time
             * @description When.
             */
            changed: null | string;
            /** @description A folder. */
            folder: boolean;
            /** @description Its name. */
            name: string;
            /** @description Absolute path. */
            path: string;
            /**
             * Format: int64
             * @description Bytes of a file.
             */
            size: null | number;
        };
        /** @description What is in a folder. */
        FolderResponse: {
            /** @description Folders first, by name; at most 1,000. */
            entries: components["schemas"]["FileEntry"][];
            /** @description The folder above; null: the list of roots. */
            parent: null | string;
            /** @description Absolute path; null: the list of roots. */
            path: null | string;
            /** @description There are more. */
            truncated: boolean;
        };
        /** @description What a collection of garbage did. */
        GarbageResponse: {
            /**
             * Format: int64
             * @description Bytes freed.
             */
            bytes: number;
            /**
             * Format: int64
             * @description Artifacts marked for a later call.
             */
            doomed: number;
            /**
             * Format: int64
             * @description Artifacts removed.
             */
            removed: number;
        };
        /** @description One step needs another. */
        GraphEdge: {
            /** @description Path of the step that comes first. */
            from: string;
            /** @description Path of the step that needs it. */
            to: string;
        };
        /** @description A step. */
        GraphNode: {
            /** @description For an action: its name. */
            action: null | string;
            /** @description For children of `parallel` and `switch`: the branch; `on_failure`, `finally` for handlers; null otherwise. */
            branch: null | string;
            /** @description For a for_each: the collection. */
            collection: null | string;
            /** @description Text of its `if`; null: always. */
            condition: null | string;
            /** @description Its own id. */
            id: string;
            /** @description `action for_each repeat parallel switch run`. */
            kind: string;
            /**
             * Format: int32
             * @description Where it is written.
             */
            line: number;
            /** @description Path of the block it is in; null: the workflow itself. */
            parent: null | string;
            /** @description Ids from the root: `enrich/small`. Stable. */
            path: string;
            /** @description Where it waits for a slot; null for blocks. */
            queue: null | string;
            /**
             * Format: int32
             * @description Its number in the plan.
             */
            step: number;
        };
        /** @description Says that a worker is still at its steps. */
        HeartbeatRequest: {
            /** @description What it is at. */
            leases: components["schemas"]["LeaseBeat"][];
            /** @description Name of the worker. */
            worker: string;
        };
        /** @description What to do about each lease. */
        HeartbeatResponse: {
            /** @description In the order asked. */
            leases: components["schemas"]["LeaseState"][];
        };
        /** @description What changed in the home. */
        HomeEvent: {
            /**
             * Format: int32
             * @description Questions that wait for a person.
             */
            approvals: number;
            /** @description More changed than are named: read the list. */
            many_runs: boolean;
            /**
             * Format: int32
             * @description Runs that have something to do.
             */
            running: number;
            /** @description Runs that changed; at most 50. */
            runs: components["schemas"]["RunSummary"][];
            /**
             * Format: int64
             * @description Rises with every change; the event's id.
             */
            seq: number;
        };
        /** @description What runs, what needs somebody, what failed, and how fast things go. */
        HomeOverview: {
            /**
             * Format: int32
             * @description Questions that wait for a person.
             */
            approvals: number;
            /** @description What needs somebody, most urgent first; at most 20. */
            attention: components["schemas"]["AttentionItem"][];
            /**
             * Format: int32
             * @description Runs that failed within 24 hours.
             */
            failed_last_day: number;
            /**
             * Format: int32
             * @description Steps that wait for something outside: a host that is down, a budget, a decision.
             */
            parked: number;
            /**
             * Format: int32
             * @description Runs that somebody paused.
             */
            paused: number;
            /**
             * Format: int64
             * @description Items in quarantine of runs that ended within 7 days, without those that were accepted.
             */
            quarantined: number;
            /** @description The newest runs, unfinished ones first; at most 20. */
            recent: components["schemas"]["RunSummary"][];
            /**
             * Format: int32
             * @description Runs that have something to do.
             */
            running: number;
            /**
             * Format: int64
             * @description Rises with every change.
             */
            seq: number;
            /** @description Why nothing can be written at present (a full disk); null: all is well. */
            stalled: null | string;
            /** @description The last 24 hours, oldest first. */
            throughput: components["schemas"]["ThroughputHour"][];
            /**
             * Format: int32
             * @description Runs that wait for a person, a signal or a time.
             */
            waiting: number;
        };
        /** @description One item. */
        ItemDetail: {
            /**
             * Format: int64
             * @description Ordinal of the next item; null: it is the last.
             */
            following: null | number;
            item: components["schemas"]["ItemRow"];
            /**
             * Format: int64
             * @description Ordinal of the item before it; null: it is the first.
             */
            previous: null | number;
            source: null | components["schemas"]["JsonElement"];
            /** @description What became of its steps, in order. */
            steps: components["schemas"]["ItemStep"][];
        };
        /** @description Items of a block. */
        ItemPage: {
            /**
             * Format: int32
             * @description Number of the block.
             */
            block: number;
            /** @description Of the whole block. */
            counts: components["schemas"]["OutcomeCountsBody"];
            /** @description In the order asked for. */
            items: components["schemas"]["ItemRow"][];
            /**
             * Format: int64
             * @description How many fit the filter, where it is known.
             */
            matched: null | number;
            /** @description Give it as `after`; null: the end. */
            next: null | string;
            /**
             * Format: int64
             * @description Not ended.
             */
            open: number;
            /** @description Path of its step. */
            path: string;
            /**
             * Format: int64
             * @description Items of the block that are known.
             */
            total: number;
        };
        /** @description An item in a list. */
        ItemRow: {
            /**
             * Format: date-time
             * @description When it ended.
             */
            at: null | string;
            /**
             * Format: int32
             * @description Which drive.
             */
            drive: number;
            failure: null | components["schemas"]["RunError"];
            /** @description Everything that failed in it, RunError? ItemRow.Failure first; empty: nothing. */
            failures: components["schemas"]["RunError"][];
            /** @description Which item. */
            key: string;
            /** @description What made it: actions and digests of models. */
            made_by: string[];
            /**
             * Format: int64
             * @description 0-based position.
             */
            ordinal: number;
            /** @description An outcome; `open` until it ended. */
            outcome: string;
            /** @description Digest of a picture that shows it; null: there is none. */
            picture: null | string;
            /** @description Why it was rejected or skipped. */
            reason: null | string;
            value: null | components["schemas"]["JsonElement"];
        };
        /** @description A step of an item. */
        ItemStep: {
            /**
             * Format: date-time
             * @description When it ended.
             */
            at: null | string;
            /**
             * Format: int32
             * @description Which attempt ended it, or runs.
             */
            attempt: number;
            /** @description Those that failed or were cut off. */
            attempts: components["schemas"]["AttemptResponse"][];
            /**
             * Format: int32
             * @description Which drive.
             */
            drive: number;
            failure: null | components["schemas"]["RunError"];
            input: null | components["schemas"]["JsonElement"];
            /** @description Keys of inner items or rounds; null: the item's own step. */
            key: null | string;
            /** @description Action and version, and digests of models. */
            made_by: null | string;
            /**
             * Format: double
             * @description Time of its body.
             */
            milliseconds: null | number;
            output: null | components["schemas"]["JsonElement"];
            /** @description Path of the step. */
            path: string;
            /** @description Why it was rejected or skipped, or what it waits for. */
            reason: null | string;
            /** @description `block:ordinal`. */
            scope: string;
            /** @description State or outcome. */
            state: string;
            /** @description What it cost. */
            usage: components["schemas"]["UsageRow"][];
            why: null | components["schemas"]["WhyResponse"];
        };
        JsonElement: unknown;
        /** @description How a step goes. */
        LeaseBeat: {
            /** @description Lease. */
            lease: string;
            /** @description Lines since the last beat. */
            log?: null | components["schemas"]["WorkerLogLine"][];
            /** @description What it does. */
            message?: null | string;
            /**
             * Format: double
             * @description 0 to 1; null: not known.
             */
            progress?: null | number;
        };
        /** @description Where a lease stands. */
        LeaseState: {
            /**
             * Format: date-time
             * @description When it ends without another beat.
             */
            expires: null | string;
            /** @description Lease. */
            lease: string;
            /** @description `held`: go on. `cancelled`: stop, and complete it as cancelled. `lost`: stop; what it would complete is refused. */
            state: string;
        };
        /** @description A line of a run's log. */
        LogLineResponse: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: int32
             * @description Attempt.
             */
            attempt: number;
            /** @description Item. */
            key: null | string;
            /** @description `trace debug info warning error`. */
            level: string;
            /**
             * Format: int64
             * @description From 1, dense.
             */
            number: number;
            /** @description `block:ordinal` of the item or round that wrote it. */
            scope: null | string;
            /** @description Path. */
            step: null | string;
            /** @description The line. */
            text: string;
        };
        /** @description A mistake in a definition or in a value. */
        Mistake: {
            /** @description Stable code. */
            code: string;
            /**
             * Format: int32
             * @description 1-based, in UTF-16 units; 0 where there is no place.
             */
            column: number;
            /** @description The file; empty for the text itself; null where there is none. */
            file: null | string;
            /**
             * Format: int32
             * @description 1-based; 0 where there is no place.
             */
            line: number;
            /** @description One sentence: what is wrong. */
            message: string;
            /** @description What to do; null when the message says it. */
            remedy: null | string;
            /** @description `error` or `warning`. */
            severity: string;
        };
        /** @description What is wrong with a model or its registry. */
        ModelProblem: {
            /** @description Stable, `ATL####`. */
            code: string;
            /** @description One sentence. */
            message: string;
        };
        /** @description A model as it is registered. */
        ModelRegistration: {
            /**
             * Format: int32
             * @description Questions that are answered at once; 0: unknown.
             */
            batch_size: number;
            /** @description It comes along and is no model of the home. */
            built_in: boolean;
            /** @description It computes something, but learned nothing. */
            demo: boolean;
            /** @description As registered. */
            device: string;
            /**
             * Format: int64
             * @description Their size.
             */
            file_bytes: number;
            /**
             * Format: int32
             * @description How many files it has.
             */
            files: number;
            /**
             * Format: int64
             * @description Memory it takes when loaded; 0: unknown.
             */
            memory_bytes: number;
            /** @description It leaves memory last. */
            pin: boolean;
            /** @description It is loaded from the start. */
            preload: boolean;
            problem: null | components["schemas"]["ModelProblem"];
            /** @description It is asked over the network and has no files. */
            remote: boolean;
            /** @description Folder, file or address. */
            source: string;
            /** @description Why it cannot be loaded here; null: it fits. */
            too_large: null | string;
            /** @description File and line of the registry. */
            where: null | string;
        };
        /** @description A model. */
        ModelResponse: {
            /**
             * Format: int64
             * @description Taken now.
             */
            bytes: number;
            /** @description Where it is or would be loaded. */
            device: string;
            /** @description Of its files; null: not known yet. */
            digest: null | string;
            /**
             * Format: int32
             * @description Questions it is at.
             */
            in_use: number;
            /** @description What it does. */
            kind: string;
            /** @description Whether it is in the memory budget, and so string ModelResponse.Device and the figures are of there. */
            live: boolean;
            /** @description As registered. */
            name: string;
            /**
             * Format: int64
             * @description Expected or measured.
             */
            need: number;
            /** @description Leaves last. */
            pinned: boolean;
            /** @description Why they wait. */
            reason: null | string;
            registration: null | components["schemas"]["ModelRegistration"];
            /** @description Where it comes from. */
            source: string;
            /** @description `absent loading ready leaving unloading`. */
            state: string;
            /**
             * Format: int32
             * @description Questions that wait for it.
             */
            waiting: number;
        };
        /** @description Models and the memory they take. */
        ModelsResponse: {
            /** @description Budgets. */
            devices: components["schemas"]["DeviceResponse"][];
            /** @description False: there was nothing to change. */
            done: boolean;
            /** @description Mistakes in the registry. */
            mistakes: components["schemas"]["ModelProblem"][];
            /** @description By name. */
            models: components["schemas"]["ModelResponse"][];
        };
        /** @description A browser session of the user who asks. */
        OpenSession: {
            /** @description From where it was opened. */
            address: null | string;
            /** @description What the browser calls itself. */
            agent: null | string;
            /**
             * Format: date-time
             * @description When it was opened.
             */
            created: string;
            /** @description The one that asks. */
            current: boolean;
            /** @description Its id; not its secret. */
            id: string;
            /**
             * Format: date-time
             * @description When it was last used, to the minute.
             */
            seen: string;
        };
        /** @description How many ended how. */
        OutcomeCountsBody: {
            /**
             * Format: int64
             * @description Cancelled ones.
             */
            cancelled: number;
            /**
             * Format: int64
             * @description Empty ones.
             */
            empty: number;
            /**
             * Format: int64
             * @description Failed ones.
             */
            failed: number;
            /**
             * Format: int64
             * @description Rejected ones.
             */
            rejected: number;
            /**
             * Format: int64
             * @description Skipped ones.
             */
            skipped: number;
            /**
             * Format: int64
             * @description Succeeded ones.
             */
            succeeded: number;
        };
        /** @description An outcome of a step. */
        OutcomeRow: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * Format: int32
             * @description Attempt that ended it.
             */
            attempt: number;
            /**
             * Format: int32
             * @description Drive.
             */
            drive: number;
            failure: null | components["schemas"]["RunError"];
            /** @description For blocks: everything that failed inside. */
            failures: components["schemas"]["RunError"][];
            /** @description Hexadecimal SHA-256 of what decided the result; null: nothing did. */
            fingerprint: null | string;
            /** @description Keys of the items it is in. */
            key: null | string;
            /** @description What made it. */
            made_by: null | string;
            /**
             * Format: double
             * @description Time of its body.
             */
            milliseconds: null | number;
            /** @description How it ended. */
            outcome: string;
            /** @description Why it was rejected or skipped. */
            reason: null | string;
            /** @description `block:ordinal`. */
            scope: string;
            /**
             * Format: int64
             * @description The commit it came with.
             */
            seq: number;
            /** @description Path. */
            step: string;
            value: null | components["schemas"]["JsonElement"];
            why: null | components["schemas"]["WhyResponse"];
        };
        /** @description One page of a list. */
        PageOfActionResponse: {
            /** @description What is on it. */
            items: components["schemas"]["ActionResponse"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfApprovalResponse: {
            /** @description What is on it. */
            items: components["schemas"]["ApprovalResponse"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfArtifactResponse: {
            /** @description What is on it. */
            items: components["schemas"]["ArtifactResponse"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfAuditEntry: {
            /** @description What is on it. */
            items: components["schemas"]["AuditEntry"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfBlockResponse: {
            /** @description What is on it. */
            items: components["schemas"]["BlockResponse"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfCollectionItemResponse: {
            /** @description What is on it. */
            items: components["schemas"]["CollectionItemResponse"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfCollectionResponse: {
            /** @description What is on it. */
            items: components["schemas"]["CollectionResponse"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfFailureGroupResponse: {
            /** @description What is on it. */
            items: components["schemas"]["FailureGroupResponse"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfLogLineResponse: {
            /** @description What is on it. */
            items: components["schemas"]["LogLineResponse"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfOpenSession: {
            /** @description What is on it. */
            items: components["schemas"]["OpenSession"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfOutcomeRow: {
            /** @description What is on it. */
            items: components["schemas"]["OutcomeRow"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfRunSummary: {
            /** @description What is on it. */
            items: components["schemas"]["RunSummary"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfScheduleResponse: {
            /** @description What is on it. */
            items: components["schemas"]["ScheduleResponse"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfSecretResponse: {
            /** @description What is on it. */
            items: components["schemas"]["SecretResponse"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfTokenResponse: {
            /** @description What is on it. */
            items: components["schemas"]["TokenResponse"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfUserResponse: {
            /** @description What is on it. */
            items: components["schemas"]["UserResponse"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfWaitResponse: {
            /** @description What is on it. */
            items: components["schemas"]["WaitResponse"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfWorkerResponse: {
            /** @description What is on it. */
            items: components["schemas"]["WorkerResponse"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfWorkflowSummary: {
            /** @description What is on it. */
            items: components["schemas"]["WorkflowSummary"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfWorkflowTemplate: {
            /** @description What is on it. */
            items: components["schemas"]["WorkflowTemplate"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description One page of a list. */
        PageOfWorkflowVersionSummary: {
            /** @description What is on it. */
            items: components["schemas"]["WorkflowVersionSummary"][];
            /** @description Give it as `after` for the next page; null: this is the last one. */
            next: null | string;
            /**
             * Format: int64
             * @description How many there are in all, where that is known without counting.
             */
            total: null | number;
        };
        /** @description A picture. */
        PictureReference: {
            /** @description Artifact. */
            digest: string;
            /** @description IANA media type. */
            media_type: string;
            /** @description File name. */
            name: null | string;
        };
        /**
         * @description Why a request was not done: RFC 9457 `application/problem+json`.
         * @example {
         *       "type": "https://atelier.dev/errors/ATL7006",
         *       "title": "There is no such thing",
         *       "status": 404,
         *       "detail": "there is no run `r99` in this home",
         *       "instance": "0HNB3:00000001",
         *       "code": "ATL7006",
         *       "remedy": "`GET /api/v1/runs` lists them.",
         *       "errors": null
         *     }
         */
        Problem: {
            /** @description Stable code, `ATL####`: switch on it, never on text. */
            code: string;
            /** @description What is wrong here, one sentence. */
            detail: null | string;
            /** @description For definitions and inputs: every mistake. */
            errors: null | components["schemas"]["Mistake"][];
            /** @description The request's id, as the server's log names it. */
            instance: null | string;
            /** @description What to do about it; null when the detail says it. */
            remedy: null | string;
            /**
             * Format: int32
             * @description HTTP status.
             */
            status: number;
            /** @description The kind of problem, the same for each of its kind. */
            title: string;
            /** @description A URI that names the kind of problem: `https://atelier.dev/errors/ATL7001`. */
            type: string;
        };
        /**
         * @description Says what became of a parked step.
         * @example {
         *       "step": "deposit",
         *       "key": null,
         *       "resolution": "done",
         *       "output": {
         *         "id": 42
         *       }
         *     }
         */
        ResolveRequest: {
            /** @description Item; null: outside items. */
            key?: null | string;
            output?: null | components["schemas"]["JsonElement"];
            /** @description `done again fail`. */
            resolution: string;
            /** @description Id or path. */
            step: string;
        };
        /**
         * @description Takes up again what failed, or chosen items.
         * @example {
         *       "quarantined": false,
         *       "failed": false,
         *       "items": null,
         *       "from_step": null,
         *       "cause": {
         *         "block": 1,
         *         "code": "ATL5502",
         *         "shape": "`…` is no picture"
         *       }
         *     }
         */
        RetryRequest: {
            cause?: null | components["schemas"]["CauseReference"];
            /** @description Failed and cancelled steps, and the items that made them so. */
            failed?: boolean;
            /** @description From this step on. */
            from_step?: null | string;
            /** @description Items with these keys, whatever became of them; at most 10,000. */
            items?: null | string[];
            /** @description Failed items that their block went on without. */
            quarantined?: boolean;
        };
        /** @description What was taken up. */
        RetryResponse: {
            /**
             * Format: int32
             * @description The drive it runs as.
             */
            drive: number;
            /**
             * Format: int64
             * @description Items.
             */
            items: number;
            /**
             * Format: int32
             * @description Steps outside items.
             */
            steps: number;
        };
        /** @description A failure of a run. */
        RunError: {
            /**
             * Format: int32
             * @description Which attempt.
             */
            attempt: number;
            /** @description Stable code. */
            code: string;
            /** @description More, for experts. */
            detail: null | string;
            /** @description Key of the item. */
            key: null | string;
            /** @description `transient permanent unavailable`. */
            kind: string;
            /** @description One sentence. */
            message: string;
            /** @description What to do. */
            remedy: null | string;
            /** @description Path of the step. */
            step: null | string;
        };
        /** @description What a run looks like now. One event stands for all changes since the last one. */
        RunEvent: {
            /** @description Blocks outside items. */
            blocks: components["schemas"]["BlockResponse"][];
            /** @description `block:ordinal` of items that changed; empty where there were more than 200, see ManyItems. */
            changed_items: string[];
            /**
             * Format: int64
             * @description Lines of its log so far.
             */
            log_lines: number;
            /** @description More items changed than are named. */
            many_items: boolean;
            /** @description Its state and counts. */
            run: components["schemas"]["RunSummary"];
            /** @description Steps with running bodies outside blocks. */
            running: string[];
            /**
             * Format: int64
             * @description Commit it shows; the event's id.
             */
            seq: number;
            /** @description Counters that changed since the last event; all of them in the first one. */
            steps: components["schemas"]["StepCounts"][];
            /** @description What it waits for. */
            waits: components["schemas"]["WaitResponse"][];
        };
        /** @description How one run differs from what its workflow says. */
        RunOptionsBody: {
            /**
             * Format: double
             * @description Money it may spend.
             */
            cost_limit?: null | number;
            /** @description Recorded results are not reused. */
            fresh?: boolean;
            /** @description Nor for these steps. */
            fresh_steps?: null | string[];
            /**
             * Format: int64
             * @description At most this many items of each outermost for_each.
             */
            limit?: null | number;
            /** @description Only items with these keys. */
            only?: null | string[];
            /**
             * Format: int32
             * @description -100 (last) to 100 (first).
             */
            priority?: number;
            /**
             * Format: int32
             * @description So many items, the same ones each time.
             */
            sample?: null | number;
            /**
             * Format: int64
             * @description Tokens it may spend.
             */
            token_limit?: null | number;
        };
        /** @description A run. */
        RunResponse: {
            /** @description Its blocks outside items. */
            blocks: components["schemas"]["BlockResponse"][];
            /** @description What made it fail. */
            errors: components["schemas"]["RunError"][];
            /**
             * Format: int32
             * @description Exit code the command line would give: 0 done, 1 failed, 3 with quarantined items, 5 waiting, 130 cancelled. Null: it runs.
             */
            exit: null | number;
            /** @description As it was started with. */
            inputs: components["schemas"]["JsonElement"];
            options: null | components["schemas"]["JsonElement"];
            outputs: null | components["schemas"]["JsonElement"];
            /**
             * Format: int64
             * @description Items that blocks went on without.
             */
            quarantined: number;
            /** @description Paths of steps with running bodies outside blocks. */
            running: string[];
            spending: null | components["schemas"]["JsonElement"];
            /** @description The same as in lists. */
            summary: components["schemas"]["RunSummary"];
            /** @description What it waits for; at most 20. */
            waits: components["schemas"]["WaitResponse"][];
        };
        /** @description Counters of every step at one moment. */
        RunSteps: {
            /** @description False: still being counted; a later answer is. */
            exact: boolean;
            /**
             * Format: int64
             * @description The commit they are of.
             */
            seq: number;
            /** @description In plan order. */
            steps: components["schemas"]["StepCounts"][];
        };
        /**
         * @description A run in a list.
         * @example {
         *       "run": "r17",
         *       "workflow": "wikiart-enrichment",
         *       "version": "sha256:0f4c",
         *       "state": "running",
         *       "started": "2026-11-21T10:00:00.000Z",
         *       "changed": "2026-11-21T10:00:07.250Z",
         *       "ended": false,
         *       "counts": {
         *         "succeeded": 40,
         *         "empty": 0,
         *         "rejected": 0,
         *         "failed": 2,
         *         "skipped": 0,
         *         "cancelled": 0
         *       },
         *       "open": 8,
         *       "known": 120,
         *       "seq": 613,
         *       "wake": null
         *     }
         */
        RunSummary: {
            /**
             * Format: date-time
             * @description Last change; the end where it has ended.
             */
            changed: string;
            /** @description Items of its outermost blocks. */
            counts: components["schemas"]["OutcomeCountsBody"];
            /** @description True: nothing happens any more. */
            ended: boolean;
            /**
             * Format: int64
             * @description Items listed so far.
             */
            known: number;
            /**
             * Format: int64
             * @description Items that have not ended.
             */
            open: number;
            /** @description `r17`. */
            run: string;
            /**
             * Format: int64
             * @description Rises with every change.
             */
            seq: number;
            /**
             * Format: date-time
             * @description When.
             */
            started: string;
            /** @description `running waiting paused cancelling`, or its outcome once it has ended. */
            state: string;
            /** @description Digest of its definition. */
            version: string;
            /**
             * Format: date-time
             * @description Waiting: when it goes on by itself; null: it does not, or it does something.
             */
            wake: null | string;
            /** @description Its workflow. */
            workflow: string;
        };
        /**
         * @description Makes or changes a schedule.
         * @example {
         *       "workflow": "wikiart-enrichment",
         *       "version": null,
         *       "cron": "30 6 * * mon-fri",
         *       "zone": "Europe/Berlin",
         *       "inputs": {},
         *       "overlap": "skip",
         *       "catch_up": "last",
         *       "enabled": true
         *     }
         */
        SaveScheduleRequest: {
            /** @description `none last all`; default last. */
            catch_up?: null | string;
            /** @description Five fields: minute hour day month weekday. */
            cron: string;
            /** @description Default true. */
            enabled?: null | boolean;
            inputs?: null | components["schemas"]["JsonElement"];
            /** @description `skip queue cancel_previous allow`; default skip. */
            overlap?: null | string;
            /** @description Digest; null: the newest at each start. */
            version?: null | string;
            /** @description Its name. */
            workflow: string;
            /** @description IANA time zone; default UTC. */
            zone?: null | string;
        };
        /** @description When a schedule would start. */
        SchedulePreview: {
            /** @description The next times. */
            next: string[];
            /** @description In words. */
            text: string;
        };
        /** @description A workflow that starts by the clock. */
        ScheduleResponse: {
            /** @description For times that passed while the server was off: `none last all`. */
            catch_up: string;
            /** @description User. */
            created_by: string;
            /** @description Five fields, or `@daily` and so on. */
            cron: string;
            /** @description Off: nothing starts. */
            enabled: boolean;
            /** @description Stable id. */
            id: string;
            /** @description Object. */
            inputs: components["schemas"]["JsonElement"];
            /**
             * Format: date-time
             * @description When it last started a run; null: never.
             */
            last_fired: null | string;
            /** @description That run. */
            last_run: null | string;
            /** @description The next five times. */
            next: string[];
            /** @description When the run before has not ended: `skip queue cancel_previous allow`. */
            overlap: string;
            /** @description Why the last start did not happen; null: it did. */
            problem: null | string;
            /** @description Digest; null: the newest at each start. */
            version: null | string;
            /** @description Its name. */
            workflow: string;
            /** @description IANA time zone. */
            zone: string;
        };
        /** @description A secret's name. Values are never answered. */
        SecretResponse: {
            /** @description Its name. */
            name: string;
            /**
             * Format: date-time
             * @description When it was set.
             */
            set: string;
        };
        /** @description Who is signed in, and what that allows. */
        SessionResponse: {
            /** @description For browser sessions: send it as `X-Atelier-Csrf` with every request that changes something. Null for tokens. */
            csrf: null | string;
            /** @description For people. */
            display_name: string;
            /**
             * Format: date-time
             * @description When it ends by itself; null: never.
             */
            expires: null | string;
            /** @description True: the password is the one the server made at its first start, and should be changed. */
            must_change_password: boolean;
            /** @description `viewer operator editor admin`. */
            role: string;
            /** @description What may be asked: `read run work edit admin`. */
            scopes: string[];
            /** @description User name, or the name of the token. */
            user: string;
        };
        /** @description Keeps a secret. */
        SetSecretRequest: {
            /** @description The value; at most 64 KiB. */
            value: string;
        };
        /**
         * @description A message to a waiting step.
         * @example {
         *       "name": "labels-ready",
         *       "key": null,
         *       "id": "batch-7",
         *       "payload": {
         *         "count": 120
         *       }
         *     }
         */
        SignalRequest: {
            /** @description De-duplicates; null: the request's `Idempotency-Key`, else a new one. */
            id?: null | string;
            /** @description Key of the item. */
            key?: null | string;
            /** @description Its name. */
            name: string;
            payload?: null | components["schemas"]["JsonElement"];
        };
        /**
         * @description Signs a person in.
         * @example {
         *       "name": "ada",
         *       "password": "correct horse battery"
         *     }
         */
        SignInRequest: {
            /** @description User name, in whatever case. */
            name: string;
            /** @description The password. */
            password: string;
        };
        /**
         * @description Starts a run. Send `Idempotency-Key`: the same key never starts two.
         * @example {
         *       "workflow": "wikiart-enrichment",
         *       "version": null,
         *       "inputs": {
         *         "folder": "paintings"
         *       },
         *       "options": {
         *         "limit": 100,
         *         "only": null,
         *         "sample": null,
         *         "fresh": false,
         *         "fresh_steps": null,
         *         "priority": 0,
         *         "cost_limit": 2.5,
         *         "token_limit": null
         *       },
         *       "texts": null
         *     }
         */
        StartRunRequest: {
            inputs?: null | components["schemas"]["JsonElement"];
            options?: null | components["schemas"]["RunOptionsBody"];
            /** @description Inputs as people type them, read by the type of the input: `3`, `a,b` or JSON. They win over JsonElement? StartRunRequest.Inputs; null: none. */
            texts?: null | {
                [key: string]: string;
            };
            /** @description Digest; null: the newest. */
            version?: null | string;
            /** @description Its name. */
            workflow: string;
        };
        /** @description What became of a step over all items. */
        StepCounts: {
            /**
             * Format: int64
             * @description Open now: ready, running, waiting, retrying, parked.
             */
            active: number;
            /** @description Its outcomes, newest drive. */
            counts: components["schemas"]["OutcomeCountsBody"];
            /**
             * Format: double
             * @description Mean time of a body; null: none ran.
             */
            mean_milliseconds: null | number;
            /** @description Path of the step. */
            path: string;
            /**
             * Format: int64
             * @description Of these, taken from recorded results.
             */
            reused: number;
            /** @description For a step outside items: its state or outcome; null: not reached, or inside items. */
            state: null | string;
        };
        /** @description What the home takes on disk. */
        StorageResponse: {
            /**
             * Format: int64
             * @description Bytes kept by digest.
             */
            artifact_bytes: number;
            /**
             * Format: int64
             * @description Thumbnails and remembered files.
             */
            cache_bytes: number;
            /**
             * Format: int64
             * @description Runs, items, outcomes.
             */
            database_bytes: number;
            /**
             * Format: int64
             * @description Free on that disk.
             */
            free_bytes: number;
            /**
             * Format: int64
             * @description Users, audit, schedules.
             */
            workspace_bytes: number;
        };
        /** @description Item and step outcomes of an hour. */
        ThroughputHour: {
            /**
             * Format: int64
             * @description Failed ones.
             */
            failed: number;
            /**
             * Format: date-time
             * @description Start of the hour.
             */
            from: string;
            /**
             * Format: int64
             * @description Rejected ones.
             */
            rejected: number;
            /**
             * Format: int64
             * @description Succeeded, empty and skipped items and steps.
             */
            succeeded: number;
        };
        /** @description Outcomes of a step over all items in equal spans of time. */
        TimelineEnds: {
            /** @description Outcomes in each, oldest first; at most 60. */
            counts: number[];
            /**
             * Format: date-time
             * @description Start of the first span.
             */
            from: string;
            /**
             * Format: int64
             * @description Length of each.
             */
            width_milliseconds: number;
        };
        /** @description When things happened in a run. */
        TimelineResponse: {
            /**
             * Format: date-time
             * @description Its start.
             */
            from: string;
            /** @description In order of their start; at most 500. */
            spans: components["schemas"]["TimelineSpan"][];
            /** @description There are more. */
            truncated: boolean;
            /**
             * Format: date-time
             * @description Its end, or now.
             */
            until: string;
        };
        /** @description A step, or a step of a block over all its items. */
        TimelineSpan: {
            /**
             * Format: int64
             * @description How many it stands for.
             */
            count: number;
            ends: null | components["schemas"]["TimelineEnds"];
            /**
             * Format: date-time
             * @description First start.
             */
            from: string;
            /** @description Item; null: all, or outside items. */
            key: null | string;
            /** @description Path of the step. */
            path: string;
            /** @description State or outcome; for many, the worst. */
            state: string;
            /**
             * Format: date-time
             * @description Last end; null: not ended.
             */
            until: null | string;
        };
        /** @description A token for programs. */
        TokenResponse: {
            /**
             * Format: date-time
             * @description When.
             */
            created: string;
            /**
             * Format: date-time
             * @description When it ends; null: never.
             */
            expires: null | string;
            /** @description Stable id; not its secret. */
            id: string;
            /**
             * Format: date-time
             * @description To the minute; null: never.
             */
            last_used: null | string;
            /** @description For people. */
            name: string;
            /** @description True: refused from now on. */
            revoked: boolean;
            /** @description What it allows. */
            scopes: string[];
            /** @description Whose it is. */
            user: string;
        };
        /** @description Changes a user; members that are null stay. */
        UpdateUserRequest: {
            /** @description Disabled users cannot sign in. */
            disabled?: null | boolean;
            /** @description For people. */
            display_name?: null | string;
            /** @description True: the server makes a new password and answers it once. */
            reset_password?: boolean;
            /** @description `viewer operator editor admin`. */
            role?: null | string;
        };
        /** @description What a run used and cost. */
        UsageResponse: {
            /**
             * Format: double
             * @description Time of bodies in all.
             */
            body_seconds: number;
            /**
             * Format: double
             * @description Money in all, as the models' prices say.
             */
            cost: number;
            /**
             * Format: int64
             * @description In all.
             */
            input_tokens: number;
            limits: null | components["schemas"]["JsonElement"];
            /**
             * Format: int64
             * @description In all.
             */
            output_tokens: number;
            /** @description By step and model. */
            rows: components["schemas"]["UsageRow"][];
        };
        /** @description What a step used of a model. */
        UsageRow: {
            /**
             * Format: double
             * @description Time of bodies.
             */
            body_seconds: number;
            /**
             * Format: int64
             * @description Calls.
             */
            calls: number;
            /**
             * Format: double
             * @description Money.
             */
            cost: number;
            /**
             * Format: int64
             * @description Tokens.
             */
            input_tokens: number;
            /** @description Null: no model; time only. */
            model: null | string;
            /**
             * Format: int64
             * @description Tokens.
             */
            output_tokens: number;
            /** @description Path. */
            step: string;
        };
        /** @description A user. */
        UserResponse: {
            /**
             * Format: date-time
             * @description When.
             */
            created: string;
            /** @description True: cannot sign in, and their tokens are refused. */
            disabled: boolean;
            /** @description For people. */
            display_name: string;
            /** @description Stable id. */
            id: string;
            /**
             * Format: date-time
             * @description Last request, to the minute; null: never.
             */
            last_seen: null | string;
            /** @description Signs in with it. */
            name: string;
            /** @description `viewer operator editor admin`. */
            role: string;
        };
        /**
         * @description Checks a definition and keeps nothing: Sources or File; File beside Sources says where their relative paths start.
         * @example {
         *       "sources": {
         *         "": "name: greeting\nsteps: []\n"
         *       },
         *       "file": null
         *     }
         */
        ValidateWorkflowRequest: {
            /** @description A file inside the server's roots. Beside Sources: the file that they are an edited text of; nothing is read from it. */
            file?: null | string;
            /** @description Texts: its own under the empty name. */
            sources?: null | {
                [key: string]: string;
            };
        };
        /** @description What the check found. */
        ValidationResponse: {
            graph: null | components["schemas"]["WorkflowGraph"];
            /** @description What a start would need; empty where it is not valid. */
            inputs: components["schemas"]["WorkflowInput"][];
            /** @description Errors and warnings, in order of place. */
            mistakes: components["schemas"]["Mistake"][];
            /** @description The workflow's name, where it could be read. */
            name: null | string;
            /** @description True: it could run. */
            valid: boolean;
        };
        /** @description Something a step waits for. */
        WaitResponse: {
            /**
             * Format: int64
             * @description Items that wait for the same.
             */
            count: number;
            /**
             * Format: date-time
             * @description When it goes on by itself; null: it does not.
             */
            due: null | string;
            /** @description Item; null: outside items. */
            key: null | string;
            /** @description `person signal time retry host budget decision worker`. */
            kind: string;
            /** @description Path. */
            step: string;
            /** @description One sentence. */
            text: string;
        };
        /** @description The reuse decision. */
        WhyResponse: {
            /** @description `pure sampled effect observe`. */
            class: string;
            /** @description First part of the fingerprint that differs. */
            differs: null | string;
            new: null | components["schemas"]["JsonElement"];
            old: null | components["schemas"]["JsonElement"];
            /** @description One sentence. */
            reason: string;
            /** @description A recorded result was taken. */
            reused: boolean;
            /** @description `results` or `ledger`. */
            table: null | string;
        };
        /** @description Why a step failed. */
        WorkerFailure: {
            /** @description Code of the worker's own. */
            code: string;
            /** @description More, for experts. */
            detail?: null | string;
            /** @description `none` or `unknown`; default unknown. */
            effect?: null | string;
            /** @description For unavailable: what is not there. */
            endpoint?: null | string;
            /** @description `transient` (try again), `permanent`, `unavailable` (wait for something outside). */
            kind: string;
            /** @description One sentence. */
            message: string;
            /**
             * Format: double
             * @description Not before.
             */
            retry_after_seconds?: null | number;
        };
        /** @description A line of a step's log. */
        WorkerLogLine: {
            /** @description `debug info warning error`. */
            level: string;
            /** @description The line. */
            text: string;
        };
        /** @description A worker that was heard of. */
        WorkerResponse: {
            /** @description From where. */
            address: null | string;
            /**
             * Format: int32
             * @description Steps it is at.
             */
            busy: number;
            /**
             * Format: date-time
             * @description When it was first heard of.
             */
            connected: string;
            /** @description Its name. */
            name: string;
            /** @description Queues it serves. */
            queues: string[];
            /**
             * Format: date-time
             * @description When it was last heard of.
             */
            seen: string;
            /**
             * Format: int32
             * @description Steps at once.
             */
            slots: number;
            /** @description Whose token it uses. */
            user: string;
        };
        /** @description What calls of one model cost. */
        WorkerUsage: {
            /**
             * Format: double
             * @description Money; null: no price is known.
             */
            cost?: null | number;
            /**
             * Format: int64
             * @description Tokens read.
             */
            input_tokens?: number;
            /** @description Model. */
            model: string;
            /**
             * Format: int64
             * @description Tokens written.
             */
            output_tokens?: number;
        };
        /** @description A workflow with its newest version. */
        WorkflowDetail: {
            /** @description The same as in lists. */
            summary: components["schemas"]["WorkflowSummary"];
            /** @description The newest one. */
            version: components["schemas"]["WorkflowVersion"];
        };
        /** @description Steps as they are drawn. */
        WorkflowGraph: {
            /** @description Needs. */
            edges: components["schemas"]["GraphEdge"][];
            /** @description Every step, parents before children. */
            nodes: components["schemas"]["GraphNode"][];
        };
        /** @description An input of a workflow. */
        WorkflowInput: {
            default: null | components["schemas"]["JsonElement"];
            /** @description For people. */
            description: null | string;
            /**
             * Format: int32
             * @description Where it is declared, 1-based: what is wrong with a given value names this line. 0: not known.
             */
            line: number;
            /**
             * Format: double
             * @description Largest number, longest text or list.
             */
            max: null | number;
            /**
             * Format: double
             * @description Smallest number, shortest text or list.
             */
            min: null | number;
            /** @description Its name. */
            name: string;
            /** @description Regular expression of a text. */
            pattern: null | string;
            /** @description A value must be given. */
            required: boolean;
            schema: null | components["schemas"]["JsonElement"];
            /** @description `string int number bool path file folder enum list object any` and so on, as the workflow says. */
            type: string;
            /** @description For an enum. */
            values: string[];
        };
        /** @description A workflow by its name. */
        WorkflowSummary: {
            /**
             * Format: date-time
             * @description When the newest version was registered.
             */
            changed: string;
            /** @description Newest version. */
            digest: string;
            /** @description Of the newest version. */
            label: null | string;
            last_run: null | components["schemas"]["RunSummary"];
            /** @description Its name. */
            name: string;
            /**
             * Format: int64
             * @description Runs of all versions.
             */
            runs: number;
            /**
             * Format: int32
             * @description Schedules that are on.
             */
            schedules: number;
            /**
             * Format: int32
             * @description How many there are.
             */
            versions: number;
        };
        /** @description A workflow to begin with. */
        WorkflowTemplate: {
            /** @description One sentence. */
            description: string;
            /** @description Its name. */
            name: string;
            /** @description Its text. */
            source: string;
        };
        /** @description An immutable version of a workflow. */
        WorkflowVersion: {
            /**
             * Format: date-time
             * @description When it was registered.
             */
            at: string;
            /** @description Of all its texts. */
            digest: string;
            /** @description The file it came from; null: none. */
            file: null | string;
            /** @description Its steps. */
            graph: components["schemas"]["WorkflowGraph"];
            /** @description What a start needs. */
            inputs: components["schemas"]["WorkflowInput"][];
            /** @description For people. */
            label: null | string;
            /** @description The workflow. */
            name: string;
            /** @description Texts: its own under the empty name, inlined ones under their path. */
            sources: {
                [key: string]: string;
            };
            /** @description What the check had to say about it. */
            warnings: components["schemas"]["Mistake"][];
        };
        /** @description A version in a list. */
        WorkflowVersionSummary: {
            /**
             * Format: date-time
             * @description When it was registered.
             */
            at: string;
            /** @description Of all its texts. */
            digest: string;
            /** @description The file it came from; null: none. */
            file: null | string;
            /** @description For people. */
            label: null | string;
            /**
             * Format: int64
             * @description Runs of this version.
             */
            runs: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    get_about: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AboutResponse"];
                };
            };
        };
    };
    get_actions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfActionResponse"];
                };
            };
        };
    };
    get_actions_name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_approvals: {
        parameters: {
            query?: {
                after?: string;
                assignee?: string;
                limit?: number;
                run?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfApprovalResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_approvals_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_approvals_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_artifacts: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "*/*": string;
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtifactResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_artifacts_digest: {
        parameters: {
            query?: {
                download?: boolean;
                name?: string;
                size?: number;
                type?: string;
            };
            header?: never;
            path: {
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    head_artifacts_digest: {
        parameters: {
            query?: {
                download?: boolean;
                name?: string;
                size?: number;
                type?: string;
            };
            header?: never;
            path: {
                digest: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Partial Content */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_audit: {
        parameters: {
            query?: {
                action?: string;
                actor?: string;
                after?: string;
                limit?: number;
                since?: null | string;
                target?: string;
                until?: null | string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfAuditEntry"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_collections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfCollectionResponse"];
                };
            };
        };
    };
    get_collections_name_items: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfCollectionItemResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_events: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["HomeEvent"];
                };
            };
        };
    };
    get_files: {
        parameters: {
            query?: {
                path?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FolderResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_home: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomeOverview"];
                };
            };
        };
    };
    post_home_gc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GarbageResponse"];
                };
            };
        };
    };
    get_home_storage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageResponse"];
                };
            };
        };
    };
    get_models: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelsResponse"];
                };
            };
        };
    };
    post_models_name_load: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelsResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_models_name_pin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelsResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_models_name_pin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelsResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_models_name_unload: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ModelsResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_runs: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                since?: null | string;
                state?: string;
                text?: string;
                until?: null | string;
                version?: string;
                workflow?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfRunSummary"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_runs: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartRunRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunSummary"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_runs_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_runs_run: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_runs_run_artifacts: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfArtifactResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_runs_run_blocks: {
        parameters: {
            query?: {
                after?: number;
                all?: boolean;
                limit?: number;
            };
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfBlockResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_runs_run_blocks_block:int_items": {
        parameters: {
            query?: {
                after?: string;
                descending?: boolean;
                from?: number;
                limit?: number;
                outcome?: string;
                sort?: string;
                step?: string;
                text?: string;
            };
            header?: never;
            path: {
                block: number;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemPage"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_runs_run_blocks_block:int_items_ordinal:long": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                block: number;
                ordinal: number;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemDetail"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get_runs_run_blocks_block:int_items_by_key": {
        parameters: {
            query: {
                key: string;
            };
            header?: never;
            path: {
                block: number;
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ItemDetail"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_runs_run_budget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BudgetRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_runs_run_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_runs_run_events: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["RunEvent"];
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_runs_run_graph: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowGraph"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_runs_run_log: {
        parameters: {
            query?: {
                after?: number;
                key?: string;
                level?: string;
                limit?: number;
                step?: string;
            };
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfLogLineResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_runs_run_log_stream: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Not Found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_runs_run_outcomes: {
        parameters: {
            query: {
                after?: string;
                exact?: boolean;
                key: string[];
                limit?: number;
                outcome?: string;
                scope?: string;
                step?: string;
            };
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfOutcomeRow"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_runs_run_pause: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_runs_run_quarantine: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfFailureGroupResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_runs_run_quarantine_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_runs_run_quarantine_accept: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_runs_run_resolve: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolveRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_runs_run_resume: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_runs_run_retry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetryRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetryResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_runs_run_signals: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignalRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_runs_run_steps: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunSteps"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_runs_run_timeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_runs_run_usage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_runs_run_waits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfWaitResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_runs_run_why: {
        parameters: {
            query: {
                key?: string;
                step: string;
            };
            header?: never;
            path: {
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhyResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_schedules: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                workflow?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfScheduleResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_schedules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveScheduleRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_schedules_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    put_schedules_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveScheduleRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduleResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_schedules_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_schedules_preview: {
        parameters: {
            query: {
                cron: string;
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SchedulePreview"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_secrets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfSecretResponse"];
                };
            };
        };
    };
    put_secrets_name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetSecretRequest"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_secrets_name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
        };
    };
    post_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_session_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfOpenSession"];
                };
            };
        };
    };
    delete_sessions_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_tokens: {
        parameters: {
            query?: {
                after?: string;
                all?: boolean;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfTokenResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTokenRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedTokenResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_tokens_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_users: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfUserResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_users: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateUserRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedUserResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_users_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    patch_users_id: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUserRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedUserResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_workers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfWorkerResponse"];
                };
            };
        };
    };
    post_workers_artifacts: {
        parameters: {
            query?: {
                name?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArtifactResponse"];
                };
            };
        };
    };
    post_workers_claim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_workers_complete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompleteResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_workers_heartbeat: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HeartbeatRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeartbeatResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_workers_leases_lease_artifacts_digest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                digest: string;
                lease: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_workflows: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfWorkflowSummary"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_workflows: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWorkflowRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowVersion"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_workflows_name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowDetail"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_workflows_name: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_workflows_name_diff: {
        parameters: {
            query: {
                from: string;
                to: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiffResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_workflows_name_versions: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfWorkflowVersionSummary"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_workflows_name_versions_digest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                digest: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkflowVersion"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_workflows_templates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageOfWorkflowTemplate"];
                };
            };
        };
    };
    post_workflows_validate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidateWorkflowRequest"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationResponse"];
                };
            };
            /** @description Bad Request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    get_metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
