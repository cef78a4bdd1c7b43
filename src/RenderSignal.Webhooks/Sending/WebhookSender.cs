using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal.Webhooks;

/// <summary>Carries out a plan, all its tries.</summary>
internal sealed class WebhookSender(
    IHttpClientFactory clients,
    WebhookRequests requests,
    SendReporter reporter,
    IOptions<WebhooksOptions> options,
    IClock clock,
    TimeProvider time)
{
    public async Task<DeliveryOutcome> SendAsync(SendPlan plan, CancellationToken cancellationToken)
    {
        using var activity = WebhooksActivity.StartSend(plan.Route);
        var started = time.GetTimestamp();
        var result = WebhookAddress.IsAllowed(plan.Address)
            ? await TryAsync(plan, cancellationToken)
            : new SendResult(0, null, RefuseAddress(plan));

        var outcome = reporter.Report(plan, result, time.GetElapsedTime(started));
        activity.EndSend(outcome.Log[0]);
        return outcome;
    }

    private async Task<SendResult> TryAsync(SendPlan plan, CancellationToken cancellationToken)
    {
        var attempts = 0;
        try
        {
            var last = await SendPipeline.Build(plan, options.Value.MaxRetryAfterWait, time).ExecuteAsync(
                async token =>
                {
                    attempts++;
                    return await TryOnceAsync(plan, token);
                },
                cancellationToken);
            return new(attempts, last.Answer.StatusCode, last.Verdict.Error, last.Answer.RetryAfter);
        }
        catch (EmailClaimedException e) when (attempts > 1)
        {
            // The tries before it were made, and belong into the log.
            return new(attempts - 1, null, e.Message);
        }
        catch (Exception e) when (ConnectionFailure.Is(e, cancellationToken))
        {
            return new(attempts, null, ConnectionFailure.Explain(e, plan.Timeout, "WEBHOOK_SSL_VERIFY=false would send without checking the certificate"));
        }
    }

    private async ValueTask<SendTry> TryOnceAsync(SendPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Mail.Claim is { } claim)
        {
            await claim.RenewAsync(plan.Timeout, cancellationToken);
        }

        var client = clients.CreateClient(plan.Mail.Settings.Webhooks.SslVerify ? WebhookHttpClients.Verified : WebhookHttpClients.Unverified);
        using var request = requests.Create(plan);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var answer = await AnswerReader.ReadAsync(response, clock.GetCurrentInstant(), cancellationToken);
        return new(answer, plan.Judge(answer, plan.Variable));
    }

    private static string RefuseAddress(SendPlan plan) => string.IsNullOrWhiteSpace(plan.Address)
        ? $"{plan.Variable} is not set: write the receiver's https address"
        : $"{plan.Variable} is no address that mails are sent to: write an https address (http only for a receiver on this machine)";
}
