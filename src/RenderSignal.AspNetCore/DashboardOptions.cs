namespace RenderSignal.AspNetCore;

/// <summary>Who may use dashboard and API. Read once from configuration and the environment variables of REFERENCE section 5.</summary>
public sealed class DashboardOptions
{
    /// <summary>The user who signs in (<c>TRIGGER_PAGE_USER</c>). Default: <c>admin</c>.</summary>
    public string User { get; set; } = "admin";

    /// <summary>
    /// The user's password, or a hash of it (<c>TRIGGER_PAGE_PASSWORD</c>). Null, the default: nobody can sign in.
    /// </summary>
    public string? Password { get; set; }

    /// <summary>How long a session lasts without being used. More than 0. Default: 12 hours.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>The key that opens <c>/api/test/*</c> (<c>TEST_API_KEY</c>). Null, the default: it is closed.</summary>
    public string? TestApiKey { get; set; }

    /// <summary>The origins from which browsers may call <c>/api/test/*</c> (<c>CORS_ALLOWED_ORIGINS</c>): <c>https://tools.example.test</c>.</summary>
    public IReadOnlyList<string> CorsAllowedOrigins { get; set; } = [];
}
