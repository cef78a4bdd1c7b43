using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

/// <summary>Names everything that is out of bounds at once; never a password or key.</summary>
internal sealed class ValidateDashboardOptions : IValidateOptions<DashboardOptions>
{
    private static readonly TimeSpan LongestSession = TimeSpan.FromDays(366);

    public ValidateOptionsResult Validate(string? name, DashboardOptions options)
    {
        var failures = new List<string>();
        Require(!string.IsNullOrWhiteSpace(options.User), "TRIGGER_PAGE_USER is empty: write the user who signs in to the dashboard.");
        Require(
            options.Password is not "",
            "TRIGGER_PAGE_PASSWORD is empty: write the password of the dashboard, or leave it unset, and nobody can sign in.");
        Require(
            options.Password is not { } password || !password.TrimStart().StartsWith(Pbkdf2Hash.Prefix, StringComparison.Ordinal) || Pbkdf2Hash.TryParse(password) is not null,
            $"TRIGGER_PAGE_PASSWORD begins as the hash of a password does, but is none: write pbkdf2-sha512:ITERATIONS:SALT:HASH "
            + $"({Pbkdf2Hash.MinIterations} to {Pbkdf2Hash.MaxIterations} iterations, salt and hash in base64url). RenderSignal.Server --hash-password makes one.");
        Require(
            options.SessionLifetime > TimeSpan.Zero && options.SessionLifetime <= LongestSession,
            $"DashboardOptions.SessionLifetime is {options.SessionLifetime}: set more than 0 and at most 366 days.");
        Require(
            options.TestApiKey is not { } key || (key.Length > 0 && key.All(character => character is > ' ' and <= '~')),
            "TEST_API_KEY cannot be sent in a header: write one word of ASCII characters.");
        failures.AddRange(options.CorsAllowedOrigins.Select(FaultOf).OfType<string>());
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void Require(bool condition, string otherwise)
        {
            if (!condition)
            {
                failures.Add(otherwise);
            }
        }
    }

    private static string? FaultOf(string origin)
    {
        if (origin == "*")
        {
            return "CORS_ALLOWED_ORIGINS is '*', which would let every site call /api/test/*: name the origins, such as https://tools.example.test.";
        }

        return ToolOrigin.Normalize(origin) is null
            ? $"CORS_ALLOWED_ORIGINS has '{origin}': write each origin as scheme://host or scheme://host:port, such as https://tools.example.test."
            : null;
    }
}
