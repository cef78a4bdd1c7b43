using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using RenderSignal.TestKit;

namespace RenderSignal.Conformance;

/// <summary>The same cases with their mails delivered into Dovecot and a receiver on loopback; only the clock is stood in for.</summary>
public sealed class DovecotPipelineTests(DovecotPipelineTests.Servers servers) : IClassFixture<DovecotPipelineTests.Servers>
{
    private static readonly Dictionary<string, string> Paths = new()
    {
        [RecordedCycle.CustomUrl] = "/hook",
        [RecordedCycle.PresenceTrueUrl] = "/presence-true",
        [RecordedCycle.PresenceFalseUrl] = "/presence-false",
    };

    [Theory(SkipTestWithoutData = true), MemberData(nameof(Cases.Of), "pipeline", MemberType = typeof(Cases))]
    public async Task A_recorded_case_over_imap_and_http_ends_as_recorded(string line)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var recorded = new RecordedCycle(Cases.Parse(line));
        await servers.Dovecot.ClearAsync(cancellationToken);
        foreach (var raw in recorded.RawMails)
        {
            await servers.Dovecot.DeliverAsync(raw, cancellationToken);
        }

        servers.Receiver.Forget();
        servers.Receiver.Script([.. recorded.Answers.Select(ToAnswer)]);
        var clock = new FakeClock(RecordedCycle.Now(recorded.Expected[0]), Duration.FromTicks(1));
        using var log = new TestLog();
        await using var services = Services(recorded, clock, log);
        var pipeline = services.GetRequiredService<IEmailPipeline>();
        var mailbox = services.GetRequiredService<IMailbox>();
        var result = new RecordedCycleAssert(services, recorded);
        foreach (var expected in recorded.Expected)
        {
            clock.Reset(RecordedCycle.Now(expected));
            servers.Receiver.Forget();
            await pipeline.RunCycleAsync(mailbox, cancellationToken);
            var seen = (await servers.Dovecot.FlagsAsync(cancellationToken)).Select(mail => mail.Seen);
            await result.MatchesAsync(expected, new JsonArray([.. servers.Receiver.Requests.Select(ToPost)]), seen);
        }
    }

    private ServiceProvider Services(RecordedCycle recorded, IClock clock, TestLog log)
    {
        var services = new ServiceCollection().AddSingleton(clock).AddLogging(logging => logging.AddTestLog(log));
        services.AddRenderSignal(options => options.Settings = recorded.Settings(address => servers.Receiver.Url(Paths[address]).AbsoluteUri))
            .AddInMemoryStores()
            .AddMatching()
            .AddImap(imap =>
            {
                imap.Host = servers.Dovecot.Host;
                imap.Port = servers.Dovecot.TlsPort;
                imap.CaFile = servers.Dovecot.CaFile;
                imap.User = servers.Dovecot.User;
                imap.Password = servers.Dovecot.Password;
            })
            .AddWebhooks(options => options.MakeApiKey = RecordedCycle.MakeApiKey);
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static Answer ToAnswer(JsonNode answer) =>
        answer["fault"] is null ? new Answer((int)answer["status"]!, answer.Text("body")) : Answer.Cut;

    private static JsonObject ToPost(ReceivedRequest request) => new()
    {
        ["url"] = Paths.Single(path => path.Value == request.Path).Key,
        ["json"] = request.Json,
        ["authorization"] = request.Headers.GetValueOrDefault("Authorization"),
    };

    public sealed class Servers : IAsyncLifetime
    {
        public DovecotServer Dovecot { get; private set; } = null!;

        public WebhookReceiver Receiver { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Dovecot = await DovecotServer.StartAsync(TestContext.Current.CancellationToken);
            Receiver = await WebhookReceiver.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        }

        public async ValueTask DisposeAsync()
        {
            await Dovecot.DisposeAsync();
            await Receiver.DisposeAsync();
        }
    }
}
