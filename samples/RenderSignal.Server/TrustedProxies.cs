using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace RenderSignal.Server;

/// <summary><c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> are believed from the proxies that <c>TRUSTED_PROXIES</c> names, and from no other.</summary>
internal static class TrustedProxies
{
    private const string Variable = "TRUSTED_PROXIES";

    public static void AddTrustedProxies(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ForwardedHeadersOptions>().ValidateOnStart();
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.All & ~ForwardedHeaders.XForwardedPrefix;
            options.ForwardLimit = null; // as far as each hop is one of ours
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            var variables = new ConfigurationVariables(builder.Configuration);
            foreach (var text in variables.List(Variable) ?? [])
            {
                if (IPAddress.TryParse(text, out var address))
                {
                    options.KnownProxies.Add(address);
                }
                else if (System.Net.IPNetwork.TryParse(text, out var network))
                {
                    options.KnownIPNetworks.Add(network);
                }
                else
                {
                    variables.Reject(Variable, text, "addresses and networks between commas, such as 10.0.0.5,10.1.0.0/16");
                }
            }

            variables.ThrowIfRejected(typeof(ForwardedHeadersOptions));
        });
    }

    public static void UseTrustedProxies(this WebApplication app)
    {
        if (new ConfigurationVariables(app.Configuration).Text(Variable) is not null)
        {
            app.UseForwardedHeaders();
        }
    }
}
