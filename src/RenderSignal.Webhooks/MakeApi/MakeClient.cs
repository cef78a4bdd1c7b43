using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal.Webhooks;

/// <summary>Speaks with Make.com's API and with the control hook. One try of 15 seconds; errors come back in words without a key or an address.</summary>
internal sealed class MakeClient(
    IHttpClientFactory clients, IOptions<MakeApiOptions> options, IOptions<WebhooksOptions> webhooks, IClock clock, TimeProvider time)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(15);

    public async Task<(string Answer, string? Error)> AskApiAsync(HttpMethod method, MakeScenario scenario, string path, CancellationToken cancellationToken)
    {
        var address = new Uri(options.Value.Host, $"/api/v2/scenarios/{scenario.Id}{path}");
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Authorization = new AuthenticationHeaderValue(options.Value.AuthType, webhooks.Value.MakeApiKey);
        return await AskAsync(
            request,
            answer => MakeAnswerRules.Api(answer, scenario),
            [address.AbsoluteUri, address.PathAndQuery, webhooks.Value.MakeApiKey],
            cancellationToken);
    }

    /// <returns>What went wrong; null when the hook took it.</returns>
    public async Task<string?> PostToControlHookAsync(Uri control, ControlPayload payload, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(PayloadJson.Write(payload));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, control) { Content = content };
        var (_, error) = await AskAsync(
            request,
            answer => AnswerRules.Make(answer, "MAKE_WEBHOOK_CONTROL_URL").Error,
            [.. ErrorText.SecretsOf(control.OriginalString), options.Value.ControlKey],
            cancellationToken);
        return error;
    }

    private async Task<(string Answer, string? Error)> AskAsync(
        HttpRequestMessage request, Func<WebhookAnswer, string?> judge, IReadOnlyCollection<string?> secrets, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var response = await clients.CreateClient(WebhookHttpClients.Verified)
                .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var answer = await AnswerReader.ReadAsync(response, clock.GetCurrentInstant(), either.Token);
            var error = judge(answer with { Body = ErrorText.Hide(answer.Body, secrets) });
            return (answer.Body, error is null ? null : ErrorText.OneLine(error));
        }
        catch (Exception e) when (ConnectionFailure.Is(e, cancellationToken))
        {
            var error = timeout.IsCancellationRequested ? $"no answer within {Timeout.TotalSeconds} s" : ConnectionFailure.Explain(e, Timeout, tlsAdvice: null);
            return ("", ErrorText.OneLine(ErrorText.Hide(error, secrets)));
        }
    }
}
