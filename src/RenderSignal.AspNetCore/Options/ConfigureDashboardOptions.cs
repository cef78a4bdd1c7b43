using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

internal sealed class ConfigureDashboardOptions(IConfiguration? configuration = null) : IConfigureOptions<DashboardOptions>
{
    public void Configure(DashboardOptions options)
    {
        var variables = new ConfigurationVariables(configuration);
        options.User = variables.Text("TRIGGER_PAGE_USER") ?? options.User;
        options.Password = variables.Verbatim("TRIGGER_PAGE_PASSWORD") ?? options.Password;
        options.TestApiKey = variables.Verbatim("TEST_API_KEY") ?? options.TestApiKey;
        options.CorsAllowedOrigins = variables.List("CORS_ALLOWED_ORIGINS") ?? options.CorsAllowedOrigins;
    }
}
