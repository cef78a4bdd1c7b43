using Microsoft.Extensions.Options;
using NodaTime;

namespace RenderSignal;

/// <summary>Sends one mail and remembers that its receiver has it. The ledger is its caller's.</summary>
internal sealed class EmailDelivery(
    IDedupStore dedup,
    ISendRateStore sendRate,
    RetryBackoff backoff,
    DeliveryTargets targets,
    SendClaims claims,
    ComponentBoard board,
    IOptions<RenderSignalOptions> options,
    IClock clock)
{
    /// <param name="request">The mail.</param>
    /// <param name="decision">A decision to send it.</param>
    /// <param name="group">Its subject group, scoped by month.</param>
    /// <param name="isNew">Whether it was decided for a mail that nobody had done; false: it is sent again.</param>
    /// <param name="cancellationToken">Ends the sending; what the receiver accepted is remembered all the same.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before an answer was there.</exception>
    /// <exception cref="EmailClaimedException">Another server may be sending the mail, or has just done it.</exception>
    /// <exception cref="RateLimitReachedException">As many mails were sent in the last hour as may be.</exception>
    /// <exception cref="LeaseLostException">This process may not send any more, or not remember any more what it has sent.</exception>
    public async Task<DeliveryOutcome> SendAsync(
        DeliveryRequest request, Decision decision, string group, bool isNew, CancellationToken cancellationToken)
    {
        var claim = await claims.ClaimAsync(request, cancellationToken);
        var mayBeUnderWay = false;
        try
        {
            if (claim is not null && isNew && await IsDoneAsync(request, decision, group, cancellationToken))
            {
                // Between the decision and the claim.
                throw new EmailClaimedException("Another server has just done with this mail.");
            }

            return await SendAsync(request with { Claim = claim }, decision, group, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // A receiver does not hear that its answer is no longer waited for: the claim keeps the mail until the request must be over.
            mayBeUnderWay = true;
            throw;
        }
        finally
        {
            if (claim is not null && !mayBeUnderWay)
            {
                await claim.DisposeAsync();
            }
        }
    }

    private async Task<DeliveryOutcome> SendAsync(DeliveryRequest request, Decision decision, string group, CancellationToken cancellationToken)
    {
        var id = request.Email.Id;
        if (decision.Route == DeliveryRoutes.Custom)
        {
            await TakePlaceAsync(request, cancellationToken);
        }

        var outcome = await DeliverAsync(request, decision.Route!, cancellationToken);

        if (!request.IsByHand)
        {
            // A lease that was lost meanwhile leaves the mail to its next holder, who sends it with the same webhook-id.
            claims.ThrowIfLeaseLost();
        }

        // From here on nothing is cancelled: the receiver has the mail, and forgetting that would send it twice.
        if (!outcome.Accepted)
        {
            board.Failed(ComponentNames.Receiver, outcome.Error ?? "the receiver did not accept a mail");
            if (outcome.NotBefore is { } notBefore)
            {
                await backoff.PostponeUntilAsync(id, notBefore, CancellationToken.None);
            }

            return outcome;
        }

        board.Succeeded(ComponentNames.Receiver);
        if (decision.RemembersGroup)
        {
            // Before the id: after a crash between the two this mail is set aside as one of its group, and no other one of the group is sent.
            Duration? lifetime = options.Value.SubjectGroupTtlSeconds is > 0 and var seconds ? Duration.FromSeconds(seconds) : null;
            await dedup.MarkGroupProcessedAsync(group, lifetime, CancellationToken.None);
        }

        await dedup.MarkProcessedAsync(id, CancellationToken.None);
        await backoff.ForgetAsync(id, CancellationToken.None);
        return outcome;
    }

    private async Task<bool> IsDoneAsync(DeliveryRequest request, Decision decision, string group, CancellationToken cancellationToken) =>
        await dedup.IsProcessedAsync(request.Email.Id, cancellationToken)
        || (!request.IsByHand
            && decision.RemembersGroup
            && request.Settings.Polling.SubjectGroupDedup
            && await dedup.IsGroupProcessedAsync(group, cancellationToken));

    /// <summary>A replay by hand is not limited, but counts.</summary>
    private async Task TakePlaceAsync(DeliveryRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var limit = request.IsByHand ? 0 : request.Settings.Preferences.RateLimitPerHour;
        if (!await sendRate.TryRecordAsync(request.Email.Id, now, limit, cancellationToken))
        {
            throw new RateLimitReachedException(Math.Max(limit, await sendRate.CountSinceAsync(now - Duration.FromHours(1), cancellationToken)), limit);
        }
    }

    private async Task<DeliveryOutcome> DeliverAsync(DeliveryRequest request, string route, CancellationToken cancellationToken)
    {
        try
        {
            return await targets.For(route).DeliverAsync(request, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is not (LeaseLostException or EmailClaimedException))
        {
            // Somebody else's target: its message is for the log, for it may have the address in it.
            board.Failed(ComponentNames.Receiver, $"route {route} failed with {exception.GetType().Name}; the log says more");
            throw;
        }
    }

    /// <summary>What a target gets to send a mail as it was decided.</summary>
    public static DeliveryRequest RequestFor(EmailEnvelope email, string content, Decision decision, RenderSignalSettings settings) => new()
    {
        Email = email,
        Content = content,
        Links = decision.Links,
        Detection = decision.Detection,
        WindowStart = decision.WindowStart,
        WindowEnd = decision.WindowEnd,
        Settings = settings,
    };
}
