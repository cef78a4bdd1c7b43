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

    public IReadOnlyList<string> MissingSettings =>
    [
        .. options.Value.ControlUrl is null && webhooks.Value.MakeApiKey is null
            ? ["MAKECOM_API_KEY is not set: write the API key of Make.com, or set MAKE_WEBHOOK_CONTROL_URL."]
            : (string[])[],
        .. All.Count == 0 ? ["No scenario is named: set MAKE_SCENARIO_ID_AUTOREPONDEUR, MAKE_SCENARIO_ID_RECADRAGE, MAKE_SCENARIO_ID_PRESENCE_TRUE or MAKE_SCENARIO_ID_PRESENCE_FALSE."] : (string[])[],
    ];

    public async Task<string?> SwitchAsync(MakeScenario scenario, bool on, CancellationToken cancellationToken)
    {
        var action = on ? "start" : "stop";
        using var request = options.Value.ControlUrl is { } control
            ? ToControlHook(control, scenario, action)
            : ToApi(HttpMethod.Post, $"{scenario.Id}/{action}");
        return (await AskAsync(request, cancellationToken)).Error;
    }

    public async Task<MakeScenarioState> GetStateAsync(MakeScenario scenario, CancellationToken cancellationToken)
    {
        if (webhooks.Value.MakeApiKey is null)
        {
            return new(null, "MAKECOM_API_KEY is not set, and the control hook does not tell");
        }

        using var request = ToApi(HttpMethod.Get, $"{scenario.Id}");
        var (answer, error) = await AskAsync(request, cancellationToken);
        return error is null ? ScenarioAnswer.Read(answer) : new(null, error);
    }

    private async Task<(WebhookAnswer? Answer, string? Error)> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await clients.CreateClient(WebhookHttpClients.Verified)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var answer = await AnswerReader.ReadAsync(response, clock.GetCurrentInstant(), either.Token);
            return (answer, AnswerRules.Make(answer, Variable).Error is { } error ? ErrorText.Clean(error, request.RequestUri!.OriginalString) : null);
        }
        catch (Exception e) when (ConnectionFailure.Is(e, cancellationToken))
        {
            return (null, timeout.IsCancellationRequested ? $"no answer within {Timeout.TotalSeconds} s" : ConnectionFailure.Explain(e, Timeout));
        }
    }

    private string Variable => options.Value.ControlUrl is null ? "MAKE_API_HOST" : "MAKE_WEBHOOK_CONTROL_URL";

    private HttpRequestMessage ToApi(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, new Uri(options.Value.Host, $"/api/v2/scenarios/{path}"));
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
