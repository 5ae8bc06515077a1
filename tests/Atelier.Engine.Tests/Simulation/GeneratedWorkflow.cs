using System.Text.Json.Nodes;

namespace Atelier.Engine.Tests.Simulation;

/// <summary>
/// A workflow drawn from a seed whose outputs depend on nothing but the seed: whatever the order of events, restarts and faults, it must
/// come to the same.
/// </summary>
internal sealed class GeneratedWorkflow
{
    private readonly Random _random;
    private readonly JsonObject _outputs = [];
    private readonly JsonArray _steps = [];
    private string? _lastItems;
    private int _ids;

    private GeneratedWorkflow(int seed) => _random = new Random(seed);

    /// <summary>The workflow as JSON, which is YAML too.</summary>
    public static string Of(int seed)
    {
        var workflow = new GeneratedWorkflow(seed);
        var count = workflow._random.Next(2, 6);
        for (var index = 0; index < count; index++)
        {
            workflow.AddRootStep();
        }

        return new JsonObject { ["name"] = "sim", ["steps"] = workflow._steps, ["outputs"] = workflow._outputs }.ToJsonString();
    }

    private void AddRootStep()
    {
        var kind = _random.Next(10);
        if (kind < 4)
        {
            AddLoop(kind);
            return;
        }

        var step = Safe(2);
        if (_random.Next(4) == 0 && _steps.Count > 0)
        {
            _lastItems = null;
            step["needs"] = new JsonArray([.. _steps.Select(static before => (JsonNode)before!["id"]!.GetValue<string>()).Take(_random.Next(_steps.Count))]);
        }

        _steps.Add((JsonNode)step);
        _outputs[step["id"]!.GetValue<string>()] = $"${{{step["id"]}}}";
    }

    private void AddLoop(int kind)
    {
        var needs = _steps.Select(static step => step!["id"]!.GetValue<string>()).ToList();
        if (kind == 0)
        {
            var find = Id("find");
            _steps.Add((JsonNode)new JsonObject { ["id"] = find, ["uses"] = "s.rows", ["with"] = new JsonObject { ["count"] = _random.Next(0, 14) } });
            AddEach($"${{{find}}}", needs: null);
            return;
        }

        if (kind == 1 && _lastItems is { } items)
        {
            AddEach($"${{{items}.items}}", needs: null);
            return;
        }

        AddEach(List(), _random.Next(3) == 0 && needs.Count > 0 ? [] : null);
    }

    private void AddEach(JsonNode items, IReadOnlyList<string>? needs)
    {
        var step = Each(items, 2, fromList: items is JsonArray);
        if (needs is not null)
        {
            step["needs"] = new JsonArray();
        }

        var id = step["id"]!.GetValue<string>();
        _steps.Add((JsonNode)step);
        _outputs[id] = $"${{[{id}.total, {id}.failed, {id}.items.map(x, [x.key, x.outcome, x.value])]}}";
        _lastItems = needs is null ? id : _lastItems;
        if (needs is not null)
        {
            // Outputs read it, so something has to wait for it: the run's end does.
            _lastItems = null;
        }
    }

    private JsonObject Each(JsonNode items, int depth, bool fromList)
    {
        var id = Id("each");
        var step = new JsonObject { ["id"] = id, ["for_each"] = items, ["as"] = $"i_{id}", ["on_item_failure"] = "quarantine" };
        if (fromList && _random.Next(3) == 0)
        {
            step["key"] = $"${{string(int(i_{id}) % {_random.Next(2, 9)})}}";
            step["on_duplicate"] = _random.Next(2) == 0 ? "first" : "last";
        }

        if (_random.Next(2) == 0)
        {
            step["parallel"] = _random.Next(1, 4);
        }

        if (_random.Next(3) == 0)
        {
            step["window"] = _random.Next(1, 5);
        }

        var body = new JsonArray();
        var count = _random.Next(1, 4);
        for (var index = 0; index < count; index++)
        {
            body.Add((JsonNode)(_random.Next(3) == 0 ? Work("any") : Safe(depth - 1)));
        }

        step["steps"] = body;
        return step;
    }

    /// <summary>A step that succeeds in the end.</summary>
    private JsonObject Safe(int depth)
    {
        switch (_random.Next(depth > 0 ? 12 : 6))
        {
            case 0:
                return new JsonObject { ["id"] = Id("value"), ["uses"] = "core.value", ["with"] = new JsonObject { ["value"] = _random.Next(100) } };
            case 1:
                return new JsonObject { ["id"] = Id("rest"), ["uses"] = "core.wait", ["with"] = new JsonObject { ["for"] = $"{_random.Next(1, 9)}s" } };
            case 2:
                return new JsonObject { ["id"] = Id("signal"), ["uses"] = "core.wait", ["with"] = new JsonObject { ["signal"] = "go" } };
            case < 6:
                return Work("safe");
            case 6:
                return Each(List(), depth - 1, fromList: true);
            case 7:
                return Repeat(depth);
            case 8:
                return Parallel(depth);
            case 9:
                return new JsonObject
                {
                    ["id"] = Id("route"),
                    ["switch"] = new JsonArray(
                        new JsonObject { ["when"] = _random.Next(2) == 0 ? "${1 > 2}" : "${2 > 1}", ["steps"] = new JsonArray((JsonNode)Safe(depth - 1)) },
                        new JsonObject { ["default"] = new JsonArray((JsonNode)Safe(depth - 1)) }),
                };
            case 10:
                return Compensated(depth);
            default:
                return new JsonObject { ["id"] = Id("group"), ["steps"] = new JsonArray((JsonNode)Safe(depth - 1), (JsonNode)Work("safe")), ["finally"] = new JsonArray((JsonNode)Work("safe")) };
        }
    }

    private JsonObject Repeat(int depth)
    {
        var rounds = _random.Next(1, 4);
        return new JsonObject
        {
            ["id"] = Id("loop"),
            ["repeat"] = new JsonObject
            {
                ["until"] = $"${{iteration.index >= {_random.Next(rounds + 1)}}}",
                ["max"] = rounds,
                ["on_exhausted"] = _random.Next(2) == 0 ? "keep_last" : new JsonObject { ["keep_best"] = "${0 - iteration.index}" },
            },
            ["steps"] = new JsonArray((JsonNode)Safe(depth - 1), (JsonNode)Work("safe")),
        };
    }

    private JsonObject Parallel(int depth)
    {
        var branches = new JsonObject();
        for (var branch = _random.Next(2, 4); branch > 0; branch--)
        {
            var step = Safe(depth - 1);
            branches[Id("branch")] = new JsonArray((JsonNode)step);
        }

        return new JsonObject { ["id"] = Id("both"), ["parallel"] = branches };
    }

    private JsonObject Compensated(int depth) => new()
    {
        ["id"] = Id("saga"),
        ["steps"] = new JsonArray(
            Undone(Work("safe")),
            (JsonNode)Safe(depth - 1),
            Undone(Work("safe")),
            new JsonObject { ["id"] = Id("fail"), ["uses"] = "core.fail", ["with"] = new JsonObject { ["message"] = "on purpose" } }),
        ["on_failure"] = new JsonArray((JsonNode)Work("safe"), new JsonObject { ["id"] = Id("recover"), ["uses"] = "core.recover", ["with"] = new JsonObject { ["value"] = "recovered" } }),
    };

    private static JsonNode Undone(JsonObject step)
    {
        step["undo"] = new JsonObject { ["uses"] = "s.undo", ["with"] = new JsonObject { ["site"] = "undo_" + step["id"], ["mode"] = "safe" } };
        return step;
    }

    private JsonObject Work(string mode)
    {
        var id = Id("work");
        return new JsonObject
        {
            ["id"] = id,
            ["uses"] = _random.Next(4) switch { 0 => "s.host", 1 when mode == "safe" => "s.once", 2 => "s.inline", _ => "s.work" },
            ["with"] = new JsonObject { ["site"] = id, ["mode"] = mode },
            ["retry"] = new JsonObject { ["attempts"] = 6, ["delay"] = "1s" },
        };
    }

    private JsonArray List() => new([.. Enumerable.Range(0, _random.Next(0, 9)).Select(static n => (JsonNode)JsonValue.Create(n))]);

    private string Id(string kind) => $"{kind}{++_ids}";
}
