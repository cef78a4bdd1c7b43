using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>The promise under any faults: at least once, always with the same id, and nothing is dropped silently.</summary>
public sealed class CrashTests
{
    private const int FaultyCycles = 10;
    private static readonly Duration LongestRest = Duration.FromHours(6);

    [Fact]
    public async Task After_any_faults_every_mail_is_delivered_or_a_decision_is_recorded() =>
        await Gen.Int.SampleAsync(SurvivesAsync, iter: 300, threads: 1);

    private static async Task SurvivesAsync(int seed)
    {
        var faults = new Faults(seed);
        await using var host = new PipelineHost(services => AddFaultyStores(services, faults));
        host.Mailbox.OnCommand = _ => faults.Strike();
        host.Target.Answer = (request, _) =>
        {
            faults.Strike();
            return Task.FromResult(faults.IsUnlucky ? FakeTarget.Refused(request) : FakeTarget.Accepted(request));
        };
        EmailEnvelope[] wanted = [Mails.Envelope(1), Mails.Envelope(2), Mails.Envelope(3)];
        EmailEnvelope[] others = [Mails.Envelope(4, "Lot 7"), Mails.Envelope(5, "Lot 7 bis"), Mails.Envelope(6, "Re: x")];
        foreach (var mail in wanted.Concat(others))
        {
            host.Mailbox.Add(mail);
        }

        for (var cycle = 0; cycle < FaultyCycles; cycle++)
        {
            await RunAsync(host, faults);
            await NoneIsSeenWithoutAReasonAsync(host, faults, [.. wanted, .. others]);
        }

        faults.AreOn = false;
        await host.RunAsync();
        host.Clock.Advance(LongestRest);
        await host.RunAsync();

        Assert.Equal([1u, 2u, 3u, 4u, 5u, 6u], host.Mailbox.Seen.Order());
        Assert.All(wanted, mail => Assert.Single(
            host.Target.Requests.Where(request => request.Email.Id == mail.Id).Select(request => request.WebhookIdFor(DeliveryRoutes.Custom)).Distinct()));
        Assert.Contains(host.Target.Uids, uid => uid is 4 or 5);
        Assert.DoesNotContain(6u, host.Target.Uids);
        foreach (var mail in wanted.Concat(others))
        {
            Assert.True(await host.IsDoneAsync(mail));
            Assert.Contains((await host.RecordOfAsync(mail)).Status, new[] { EmailStatus.Sent, EmailStatus.Skipped });
        }
    }

    private static async Task RunAsync(PipelineHost host, Faults faults)
    {
        try
        {
            await host.RunAsync();
        }
        catch (Exception exception) when (exception is IOException or TimeoutException or OperationCanceledException or MailboxUnavailableException)
        {
            // What a store or the mailbox does to a cycle as a whole is the poller's concern.
        }

        faults.Restart();
        host.Clock.AdvanceMinutes(5);
    }

    private static async Task NoneIsSeenWithoutAReasonAsync(PipelineHost host, Faults faults, IEnumerable<EmailEnvelope> mails)
    {
        faults.AreOn = false;
        foreach (var mail in mails)
        {
            var isDone = await host.IsDoneAsync(mail);
            Assert.True(isDone || !host.Mailbox.Seen.Contains(mail.Uid.Uid), "Seen before it was remembered.");
            if (isDone && !host.Target.Uids.Contains(mail.Uid.Uid))
            {
                Assert.NotNull(await host.Ledger.FindAsync(mail.Id, TestContext.Current.CancellationToken));
            }
        }

        faults.AreOn = true;
    }

    private static void AddFaultyStores(IServiceCollection services, Faults faults)
    {
        services.AddSingleton(provider => faults.Around<IDedupStore>(ActivatorUtilities.CreateInstance<DedupStore>(provider)));
        services.AddSingleton(provider => faults.Around<ILedger>(ActivatorUtilities.CreateInstance<Ledger>(provider)));
        services.AddSingleton(provider => faults.Around<IRetryStore>(ActivatorUtilities.CreateInstance<RetryStore>(provider)));
        services.AddSingleton(provider => faults.Around<ISendRateStore>(ActivatorUtilities.CreateInstance<SendRateStore>(provider)));
    }
}
