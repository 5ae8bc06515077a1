using System.Collections;
using System.Reflection;
using System.Text;
using Atelier.Language.Plans;

namespace Atelier.Language.Tests.Dialects;

/// <summary>A plan as text: everything in it but the places where it is written.</summary>
internal static class PlanText
{
    public static string Of(WorkflowPlan plan)
    {
        var text = new StringBuilder();
        Write(text, plan, 0, []);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value, int depth, HashSet<object> above)
    {
        if (value is null or string or bool or Enum or TimeSpan || value.GetType().IsPrimitive)
        {
            text.Append(value ?? "null").Append('\n');
        }
        else if (value is IEnumerable items)
        {
            text.Append("[\n");
            foreach (var item in items)
            {
                text.Append(' ', depth);
                Write(text, item, depth + 1, above);
            }

            text.Append("]\n");
        }
        else
        {
            Members(text, value, depth, above);
        }
    }

    private static void Members(StringBuilder text, object value, int depth, HashSet<object> above)
    {
        var type = value.GetType();
        var isPair = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);
        if ((!isPair && type.Namespace?.StartsWith("Atelier.Language.Plans", StringComparison.Ordinal) != true) || !above.Add(value))
        {
            text.Append(type.IsValueType || type.Namespace?.StartsWith("Atelier", StringComparison.Ordinal) != true ? value.ToString() : type.Name).Append('\n');
            return;
        }

        text.Append(type.Name).Append('\n');
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.GetIndexParameters().Length == 0 && property.PropertyType != typeof(SourcePosition) && property.Name is not ("EqualityContract" or "File")))
        {
            text.Append(' ', depth).Append(property.Name).Append(": ");
            Write(text, property.GetValue(value), depth + 1, above);
        }

        above.Remove(value);
    }
}
