using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal.Webhooks;

/// <summary>Switches scenarios by Make.com's API, or by the control hook when there is one. One try of 15 seconds.</summary>
internal sealed class MakeScenarios(
    IHttpClientFactory clients, IOptions<MakeApiOptions> options, IOptions<WebhooksOptions> webhooks, IClock clock, TimeProvider time) : IMakeScenarios
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    public IReadOnlyList<MakeScenario> All => options.Value.Scenarios;

    public async Task<string?> SwitchAsync(MakeScenario scenario, bool on, CancellationToken cancellationToken)
    {
        var action = on ? "start" : "stop";
        using var request = options.Value.ControlUrl is { } control ? ToControlHook(control, scenario, action) : ToApi(scenario, action);
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await clients.CreateClient(WebhookHttpClients.Verified)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var answer = await AnswerReader.ReadAsync(response, clock.GetCurrentInstant(), either.Token);
            return AnswerRules.Make(answer, Variable).Error is { } error ? ErrorText.Clean(error, request.RequestUri!.OriginalString) : null;
        }
        catch (Exception e) when (ConnectionFailure.Is(e, cancellationToken))
        {
            return timeout.IsCancellationRequested ? $"no answer within {Timeout.TotalSeconds} s" : ConnectionFailure.Explain(e, Timeout);
        }
    }

    private string Variable => options.Value.ControlUrl is null ? "MAKE_API_HOST" : "MAKE_WEBHOOK_CONTROL_URL";

    private HttpRequestMessage ToApi(MakeScenario scenario, string action)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.Host, $"/api/v2/scenarios/{scenario.Id}/{action}"));
        if (webhooks.Value.MakeApiKey is { } key)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue(options.Value.AuthType, key);
        }

        return request;
    }

    private HttpRequestMessage ToControlHook(Uri control, MakeScenario scenario, string action)
    {
        var payload = new ControlPayload(action, $"{scenario.Id}", options.Value.ControlKey);
        var content = new ByteArrayContent(PayloadJson.Write(payload));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return new HttpRequestMessage(HttpMethod.Post, control) { Content = content };
    }
}
