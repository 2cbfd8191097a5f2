using TwinHub.Core;

namespace TwinHub.Web;

/// <summary>The two ways an act answers: with a page (post, redirect, get) or with JSON.</summary>
internal static class Answer
{
    /// <param name="read">Reads the form; null when a field is wrong.</param>
    /// <param name="handle">Does the act; its value is the address to go to.</param>
    /// <param name="again">Shows the form again with its problems; a wrong value is kept.</param>
    public static async Task<IResult> PageAsync<T>(Func<Problems, T?> read, Func<T, Task<string>> handle, Func<Problems, Task<IResult>> again) where T : class
    {
        var problems = new Problems();
        if (read(problems) is not { } command || problems.Any) return await again(problems);
        try
        {
            return TypedResults.LocalRedirect(await handle(command));
        }
        catch (RefusedException refused) when (!refused.Refusal.Code.StartsWith("actor.", StringComparison.Ordinal) && refused.Refusal.Code != "evidence.too-large")
        {
            problems.Add(refused.Refusal);
            return await again(problems);
        }
    }

    public static async Task<IResult> JsonAsync<T, TResult>(Func<Problems, T?> read, Func<T, Task<TResult>> handle) where T : class
    {
        var problems = new Problems();
        return read(problems) is { } command && !problems.Any ? TypedResults.Ok(await handle(command)) : problems.ToResult();
    }
}
