namespace RenderSignal.Imap.Tests;

public sealed class ConnectBackoffTests
{
    [Fact]
    public void Pauses_grow_from_a_second_to_five_minutes_and_stay_there()
    {
        var backoff = new ConnectBackoff(new Random(1));
        var pauses = Enumerable.Range(0, 100).Select(_ => backoff.Fail().TotalSeconds).ToList();

        Assert.Equal(1, pauses[0]);
        Assert.All(pauses.Select((pause, index) => (pause, longest: Math.Min(300, Math.Pow(2, index)))), item =>
            Assert.InRange(item.pause, Math.Max(1, item.longest / 2), item.longest));
    }

    [Fact]
    public void Pauses_of_two_processes_differ()
    {
        var (one, other) = (new ConnectBackoff(new Random(1)), new ConnectBackoff(new Random(2)));
        Assert.NotEqual(Enumerable.Range(0, 10).Select(_ => one.Fail()), Enumerable.Range(0, 10).Select(_ => other.Fail()));
    }

    [Fact]
    public void Success_begins_anew()
    {
        var backoff = new ConnectBackoff(new Random(1));
        for (var n = 0; n < 10; n++)
        {
            backoff.Fail();
        }

        backoff.Reset();
        Assert.Equal(0, backoff.Failures);
        Assert.Equal(1, backoff.Fail().TotalSeconds);
    }
}
