using RenderSignal.TestKit;

namespace RenderSignal.Chaos.Tests;

/// <summary>Some servers over one mailbox, one Redis and one receiver. What they share on this machine is nothing but these.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly TempFolder _data = new();
    private readonly List<string> _subjects = [];
    private readonly Dictionary<string, TimeSpan> _deliveredAt = [];
    private readonly ClusterPlan _plan;

    private Cluster(ClusterPlan plan, DovecotServer mailbox, RedisServer redis, RedisServer? replica, DeliveryReceiver receiver, Journal journal)
    {
        _plan = plan;
        Mailbox = mailbox;
        Redis = redis;
        Replica = replica;
        Receiver = receiver;
        Journal = journal;
        Servers = [.. Enumerable.Range(0, plan.Servers).Select(number => StartableServer($"{(char)('A' + number)}"))];
    }

    public DovecotServer Mailbox { get; }

    public RedisServer Redis { get; }

    /// <summary>What follows <see cref="Redis"/>, when the plan has one.</summary>
    public RedisServer? Replica { get; }

    public DeliveryReceiver Receiver { get; }

    public Journal Journal { get; }

    public IReadOnlyList<ClusterServer> Servers { get; }

    /// <summary>The subjects of all mails so far, and when each lay in the mailbox.</summary>
    public IReadOnlyDictionary<string, TimeSpan> Mails => _deliveredAt;

    /// <summary>The server that began to poll last, whether it runs still or not; null before the first did.</summary>
    public ClusterServer? Poller => Journal.Takings is [.., var last] ? ServerNamed(last.Source) : null;

    /// <summary>Starts everything but the servers.</summary>
    public static async Task<Cluster> PrepareAsync(ClusterPlan plan, CancellationToken cancellationToken)
    {
        var journal = new Journal();
        var mailbox = await DovecotServer.StartAsync(cancellationToken);
        var redis = await RedisServer.StartAsync(plan.KeepsData, cancellationToken);
        var replica = plan.HasReplica ? await RedisServer.StartAsync(plan.KeepsData, cancellationToken) : null;
        if (replica is not null)
        {
            await replica.AskAsync("REPLICAOF", redis.Host, $"{redis.Port}");
        }

        var receiver = await DeliveryReceiver.StartAsync(() => journal.Elapsed, cancellationToken);
        return new Cluster(plan, mailbox, redis, replica, receiver, journal);
    }

    /// <summary>Starts everything.</summary>
    public static async Task<Cluster> StartAsync(ClusterPlan plan, CancellationToken cancellationToken)
    {
        var cluster = await PrepareAsync(plan, cancellationToken);
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

    /// <summary>Takes <c>\Seen</c> off every mail, so that whoever polls meets them all again.</summary>
    public async Task SetAllUnseenAsync(CancellationToken cancellationToken)
    {
        foreach (var mail in await Mailbox.FlagsAsync(cancellationToken))
        {
            await Mailbox.SetUnseenAsync(mail.Uid, cancellationToken);
        }
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
        await (Replica?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Mailbox.DisposeAsync();
        _data.Dispose();
    }

    private ClusterServer StartableServer(string name)
    {
        var folder = Directory.CreateDirectory(_data.File(name)).FullName;
        File.WriteAllText(
            Path.Combine(folder, "processing_prefs.json"),
            $$"""{"rate_limit_per_hour": 0, "webhook_timeout_sec": {{_plan.WebhookTimeoutSeconds}}}""");
        var proxy = _plan.IsBehindProxies ? new TcpProxy(Redis.Port) : null;
        var variables = SampleServer.VariablesFor(Mailbox, Receiver.UrlFor(name), folder);
        variables["REDIS_URL"] = Replica is null ? $"redis://{Redis.Host}:{proxy?.Port ?? Redis.Port}" : $"{Redis.ConnectionString},{Replica.ConnectionString}";
        variables["RENDERSIGNAL_REDIS_LEASE_SECONDS"] = $"{_plan.LeaseSeconds}";
        variables["RENDERSIGNAL_REDIS_TIMEOUT_MS"] = $"{_plan.RedisTimeoutMs}";
        variables["ENABLE_SUBJECT_GROUP_DEDUP"] = "false";
        variables["BG_POLLER_LOCK_FILE"] = Path.Combine(folder, "poller.lock"); // as on several machines
        variables["TRIGGER_PAGE_PASSWORD"] = ServerClient.Password;
        variables["ASPNETCORE_URLS"] = $"http://127.0.0.1:{FreePort.Next()}";
        return new ClusterServer(name, variables, Journal, proxy);
    }
}
