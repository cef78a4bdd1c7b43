using System.Globalization;

namespace RenderSignal.Chaos.Tests;

/// <summary>
/// RENDERSIGNAL_CHAOS_ROUNDS runs more rounds than 20, RENDERSIGNAL_CHAOS_SEED the rounds of an earlier run: the same actions at the same
/// times, as far as the machine keeps pace.
/// </summary>
[Collection(nameof(Alone))]
public sealed class ChaosTests
{
    private const int UsualRounds = 20;

    private static readonly TimeSpan StartTimeout = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan DeliveryTimeout = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan SeenTimeout = TimeSpan.FromSeconds(60);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_mail_is_delivered_under_one_id_whatever_is_killed_and_stopped()
    {
        var rounds = Number("RENDERSIGNAL_CHAOS_ROUNDS") ?? UsualRounds;
        var seed = Number("RENDERSIGNAL_CHAOS_SEED") ?? Random.Shared.Next(1, 100_000);
        await using var cluster = await Cluster.StartAsync(new ClusterPlan(), Token);
        var report = new ChaosReport(cluster, seed, rounds);
        try
        {
            await cluster.DeliverAndWaitAsync(StartTimeout, Token);
            cluster.Receiver.Answer = new MoodyAnswers(new Random(seed)).AnswerAsync;

            var script = new ChaosScript(cluster, new Random(seed));
            await script.RunAsync(rounds, Token);

            await cluster.Receiver.WaitForAllAsync([.. cluster.Mails.Keys], DeliveryTimeout, Token);
            report.Unseen = await cluster.WaitUntilSeenAsync(SeenTimeout, Token);
            report.Script = script;
            foreach (var server in cluster.Servers)
            {
                report.ExitCodes[server.Name] = await server.TerminateAsync();
            }
        }
        finally
        {
            report.Write();
        }

        Assert.True(report.Problems.Count == 0, report.ToString());
    }

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
