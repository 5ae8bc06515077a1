using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Atelier.House.Tests.PublicApi;

/// <summary>An assembly's public surface as sorted text, one member a line, so that a change of it shows as a change of lines.</summary>
internal static class PublicApiText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Header(type)).Append('\n');
            foreach (var member in Members(type).Distinct().Order(StringComparer.Ordinal))
            {
                text.Append(NameOf(type)).Append(": ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Header(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : "class";
        var shape = type is { IsAbstract: true, IsSealed: true } ? "static " : type is { IsAbstract: true, IsInterface: false } ? "abstract " : "";
        var bases = new List<string>();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
        {
            bases.Add(NameOf(parent));
        }

        bases.AddRange(type.GetInterfaces().Where(one => !one.IsGenericType || one.GetGenericTypeDefinition() != typeof(IEquatable<>))
            .Where(one => !type.IsEnum).Select(NameOf).Order(StringComparer.Ordinal));
        return $"{shape}{kind} {NameOf(type)}{(bases.Count == 0 ? "" : " : " + string.Join(", ", bases))}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        foreach (var field in type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily).Where(field => !field.IsSpecialName))
        {
            yield return field.IsLiteral
                ? $"{field.Name} = {Literal(field.GetRawConstantValue())}"
                : $"{NameOf(field.FieldType)} {field.Name}";
        }

        foreach (var property in type.GetProperties(Declared).Where(property => property.GetAccessors(true).Any(Seen)))
        {
            var set = property.SetMethod is { } setter && Seen(setter)
                ? setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;"
                : "";
            var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
            yield return $"{required}{NameOf(property.PropertyType)} {property.Name} {{ get;{set} }}";
        }

        foreach (var constructor in type.GetConstructors(Declared).Where(Seen).Where(one => !one.IsStatic && !IsGenerated(one)))
        {
            yield return $"new({Parameters(constructor)})";
        }

        foreach (var method in type.GetMethods(Declared).Where(Seen).Where(method => !method.IsSpecialName && !IsGenerated(method)))
        {
            yield return $"{(method.IsStatic ? "static " : "")}{(method.IsAbstract ? "abstract " : "")}{NameOf(method.ReturnType)} {method.Name}{Generics(method)}({Parameters(method)})";
        }
    }

    private static bool Seen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsGenerated(MethodBase method) => method.IsDefined(typeof(CompilerGeneratedAttribute)) || method.Name == "PrintMembers";

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(NameOf))}>" : "";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(parameter =>
            $"{NameOf(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + Literal(parameter.RawDefaultValue) : "")}"));

    private static string Literal(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        _ => FormattableString.Invariant($"{value}"),
    };

    private static string NameOf(Type type)
    {
        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (type.HasElementType)
        {
            return NameOf(type.GetElementType()!) + (type.IsArray ? "[]" : type.IsByRef ? "&" : "*");
        }

        var name = type.IsNested ? $"{NameOf(type.DeclaringType!)}.{type.Name}" : type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>";
    }
}
