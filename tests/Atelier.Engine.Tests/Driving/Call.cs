using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Driving;

/// <summary>One execution of a scripted body.</summary>
internal sealed record Call(JsonElement Input, ActionContext Context)
{
    public int Attempt => Context.Address.Attempt;

    public string? Key => Context.Address.Key;

    public string Step => Context.Address.StepPath;

    public string Text(string member) => Input.GetProperty(member).ToString();

    public static ActionResult<JsonElement> Value(object? value) => new ActionResult<JsonElement>.Succeeded(JsonSerializer.SerializeToElement(value));
}
