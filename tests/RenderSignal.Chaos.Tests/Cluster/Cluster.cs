using RenderSignal.TestKit;

namespace RenderSignal.Chaos.Tests;

/// <summary>Three servers over one mailbox, one Redis and one receiver. What they share on this machine is nothing but these.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private static readonly string[] Names = ["A", "B", "C"];

    private readonly TempFolder _data = new();
    private readonly List<string> _subjects = [];
    private readonly Dictionary<string, TimeSpan> _deliveredAt = [];

    private Cluster(DovecotServer mailbox, RedisServer redis, DeliveryReceiver receiver, Journal journal, int webhookTimeoutSeconds)
    {
        Mailbox = mailbox;
        Redis = redis;
        Receiver = receiver;
        Journal = journal;
        Servers = [.. Names.Select(name => new ClusterServer(name, VariablesOf(name, webhookTimeoutSeconds), journal))];
    }

    public DovecotServer Mailbox { get; }

    public RedisServer Redis { get; }

    public DeliveryReceiver Receiver { get; }

    public Journal Journal { get; }

    public IReadOnlyList<ClusterServer> Servers { get; }

    /// <summary>The subjects of all mails so far, and when each lay in the mailbox.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Mails => _deliveredAt;

    /// <summary>The server that began to poll last, whether it runs still or not; null before the first did.</summary>
    public ClusterServer? Poller => Journal.Takings is [.., var last] ? ServerNamed(last.Source) : null;

    /// <param name="webhookTimeoutSeconds">How long a server waits for the receiver's answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Cluster> StartAsync(int webhookTimeoutSeconds, CancellationToken cancellationToken)
    {
        var journal = new Journal();
        var mailbox = await DovecotServer.StartAsync(cancellationToken);
        var redis = await RedisServer.StartAsync(keepsData: true, cancellationToken);
        var receiver = await DeliveryReceiver.StartAsync(() => journal.Elapsed, cancellationToken);
        var cluster = new Cluster(mailbox, redis, receiver, journal, webhookTimeoutSeconds);
        foreach (var server in cluster.Servers)
        {
            server.Start();
        }

        return cluster;
    }

    public ClusterServer ServerNamed(string name) => Servers.Single(server => server.Name == name);

    /// <summary>Puts mails into the mailbox, each of which is to be sent.</summary>
    /// <returns>Their subjects, each another one.</returns>
    public async Task<IReadOnlyList<string>> DeliverAsync(int count, CancellationToken cancellationToken)
    {
        var first = _subjects.Count;
        for (var number = first + 1; number <= first + count; number++)
        {
            var subject = $"Livraison {number}";
            _subjects.Add(subject);
            _deliveredAt[subject] = Journal.Elapsed;
            await Mailbox.DeliverAsync(
                $"""
                Message-ID: <{number}@example.test>
                Date: Thu, 05 Nov 2026 09:27:00 +0100
                From: lot@example.test
                To: inbox@mail.test
                Subject: {subject}
                Content-Type: text/plain; charset=utf-8

                https://fromsmash.com/{number}

                """,
                cancellationToken);
        }

        return _subjects[first..];
    }

    /// <summary>Puts one mail into the mailbox and waits until it was accepted.</summary>
    public async Task<Delivery> DeliverAndWaitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var subject = Assert.Single(await DeliverAsync(1, cancellationToken));
        return await Receiver.WaitForAcceptedAsync(subject, timeout, cancellationToken);
    }

    /// <summary>Waits until no mail is unseen.</summary>
    /// <returns>How many are, when the time is over.</returns>
    public async Task<int> WaitUntilSeenAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromMilliseconds(200);
        var unseen = int.MaxValue;
        await Polling.UntilAsync(
            async token =>
            {
                unseen = (await Mailbox.FlagsAsync(token)).Count(mail => !mail.Seen);
                if (unseen > 0)
                {
                    await Task.Delay(pause, TimeProvider.System, token);
                }

                return unseen == 0;
            },
            timeout,
            cancellationToken);
        return unseen;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Servers)
        {
            await server.DisposeAsync();
        }

        await Receiver.DisposeAsync();
        await Redis.DisposeAsync();
        await Mailbox.DisposeAsync();
        _data.Dispose();
    }

    private Dictionary<string, string> VariablesOf(string name, int webhookTimeoutSeconds)
    {
        var folder = Directory.CreateDirectory(_data.File(name)).FullName;
        File.WriteAllText(
            Path.Combine(folder, "processing_prefs.json"),
            $$"""{"rate_limit_per_hour": 0, "webhook_timeout_sec": {{webhookTimeoutSeconds}}}""");
        var variables = SampleServer.VariablesFor(Mailbox, Receiver.UrlFor(name), folder);
        variables["REDIS_URL"] = $"redis://{Redis.ConnectionString}";
        variables["ENABLE_SUBJECT_GROUP_DEDUP"] = "false";
        variables["BG_POLLER_LOCK_FILE"] = Path.Combine(folder, "poller.lock"); // as on three machines
        variables["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        return variables;
    }
}
