using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

internal sealed class ValidateToolOptions : IValidateOptions<DashboardOptions>
{
    public ValidateOptionsResult Validate(string? name, DashboardOptions options)
    {
        string[] unreadable = [.. options.CorsAllowedOrigins.Where(origin => ToolOrigin.Normalize(origin) is null)];
        return unreadable.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(unreadable.Select(origin =>
                $"CORS_ALLOWED_ORIGINS names '{origin}': write origins like https://tools.example.test or http://localhost:8080, without a path and without *."));
    }
}
