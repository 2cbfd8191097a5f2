using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace TwinHub.Identity;

/// <summary>Refuses a password that many people use, one that is the account's own name, and one of a single character.</summary>
internal sealed class UncommonPassword : IPasswordValidator<Account>
{
    private static readonly FrozenSet<string> Common = Load();

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(IsCommon(password ?? "", user.UserName ?? "") ? IdentityResult.Failed(new IdentityError { Code = "PasswordCommon", Description = "Common password." }) : IdentityResult.Success);

    public static bool IsCommon(string password, string name) =>
        Common.Contains(password.ToLowerInvariant()) || password.Distinct().Count() < 4 || (name.Length > 0 && password.Contains(name, StringComparison.OrdinalIgnoreCase));

    private static FrozenSet<string> Load()
    {
        using var reader = new StreamReader(typeof(UncommonPassword).Assembly.GetManifestResourceStream("common-passwords.list")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}

/// <summary>A password that is said once and changed at the first sign-in.</summary>
internal static class OneTimePassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789"; // none that reads as another
    private const int Groups = 5, GroupLetters = 4;

    public static string Make() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLetters)));
}
