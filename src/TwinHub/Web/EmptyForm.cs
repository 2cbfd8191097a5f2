using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace TwinHub.Web;

/// <summary>A form in which nothing was filled in binds to null. It is an empty form: its handler says what is required.</summary>
internal static class EmptyForm
{
    public static EndpointFilterDelegate Fill(EndpointFilterFactoryContext context, EndpointFilterDelegate next)
    {
        var forms = context.MethodInfo.GetParameters().Where(IsForm).Select(p => (p.Position, Type: p.ParameterType)).ToList();
        return forms.Count == 0 ? next : invocation =>
        {
            foreach (var (position, type) in forms) invocation.Arguments[position] ??= Empty(type);
            return next(invocation);
        };
    }

    private static bool IsForm(ParameterInfo parameter) =>
        parameter.GetCustomAttributes(inherit: true).OfType<IFromFormMetadata>().Any() && parameter.ParameterType is { IsClass: true, IsArray: false } type && type != typeof(string);

    private static object Empty(Type type)
    {
        var values = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return values.GetParameters() is var all && Array.TrueForAll(all, MayLack) ? values.Invoke([.. all.Select(_ => (object?)null)]) : throw new BadHttpRequestException("No field of the form came.");
    }

    private static bool MayLack(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable;
}
