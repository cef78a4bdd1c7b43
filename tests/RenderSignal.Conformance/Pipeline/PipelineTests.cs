using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using RenderSignal.Webhooks;

namespace RenderSignal.Conformance;

/// <summary>Each recorded case through the whole pipeline; mailbox, network and clock are stood in for.</summary>
public sealed class PipelineTests
{
    [Theory(SkipTestWithoutData = true), MemberData(nameof(Cases.Of), "pipeline", MemberType = typeof(Cases))]
    public async Task A_recorded_case_ends_as_recorded(string line)
    {
        var recorded = new RecordedCycle(Cases.Parse(line));
        var mailbox = new RawMailbox(recorded.RawMails);
        using var receiver = new ScriptedReceiver(recorded.Answers);
        var clock = new FakeClock(RecordedCycle.Now(recorded.Expected[0]), Duration.FromTicks(1));
        await using var services = Services(recorded, receiver, clock);
        var pipeline = services.GetRequiredService<IEmailPipeline>();
        var result = new RecordedCycleAssert(services, recorded);

        foreach (var expected in recorded.Expected)
        {
            clock.Reset(RecordedCycle.Now(expected));
            await pipeline.RunCycleAsync(mailbox, TestContext.Current.CancellationToken);
            await result.MatchesAsync(expected, receiver.TakePosts(), recorded.RawMails.Select((_, index) => mailbox.IsSeen(index)));
        }
    }

    private static ServiceProvider Services(RecordedCycle recorded, ScriptedReceiver receiver, IClock clock)
    {
        var services = new ServiceCollection().AddSingleton(clock);
        services.AddRenderSignal(options => options.Settings = recorded.Settings(address => address))
            .AddInMemoryStores()
            .AddMatching()
            .AddWebhooks(options => options.MakeApiKey = RecordedCycle.MakeApiKey);
        services.AddHttpClient(WebhookHttpClients.Verified).ConfigurePrimaryHttpMessageHandler(() => receiver);
        return services.BuildServiceProvider(validateScopes: true);
    }
}
