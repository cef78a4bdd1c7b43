using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal.Webhooks;

/// <summary>Makes the request of one try, with the headers of Standard Webhooks.</summary>
internal sealed class WebhookRequests(IOptions<WebhooksOptions> options, IClock clock)
{
    private static readonly ProductInfoHeaderValue UserAgent = new("RenderSignal", Version());

    // Validated: no secret is unreadable.
    private readonly SigningSecret[] _secrets = [.. options.Value.SigningSecrets.Select(secret => SigningSecret.TryParse(secret)!)];

    public HttpRequestMessage Create(SendPlan plan)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, plan.Address) { Content = new ClaimedContent(plan.Body, plan.Mail.Claim) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(UserAgent);
        request.Headers.Authorization = AuthorizationOf(plan, request.RequestUri!);

        var id = plan.WebhookId;
        var timestamp = clock.GetCurrentInstant().ToUnixTimeSeconds();
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", $"{timestamp}");
        if (_secrets.Length > 0)
        {
            request.Headers.Add("webhook-signature", string.Join(' ', _secrets.Select(secret => secret.Sign(id, timestamp, plan.Body))));
        }

        return request;
    }

    // A user and a password in an address (RFC 3986, section 3.2.1) are sent as other clients send them; HttpClient would drop them.
    private static AuthenticationHeaderValue? AuthorizationOf(SendPlan plan, Uri address) =>
        plan.BearerToken is { } token ? new("Bearer", token)
        : address.UserInfo.Length > 0 ? new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo))))
        : null;

    private static string Version()
    {
        var version = typeof(WebhookRequests).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        return version.Split('+')[0];
    }
}
