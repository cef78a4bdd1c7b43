using Microsoft.Extensions.DependencyInjection;
using RenderSignal.TestKit;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class CycleRequestsTests : RedisTest
{
    private const string Mailbox = "imap.mail.test:993/inbox@mail.test/INBOX";

    [Fact]
    public async Task A_request_reaches_the_server_that_listens_and_nobody_else()
    {
        RedisApp[] apps = [Run(), RunElsewhere(), RunElsewhere()];
        await StartAsync(apps);
        using var heard = new SemaphoreSlim(0);
        var (own, after) = (0, 0);
        using var asking = RequestsOf(apps[0]).Listen(Mailbox, () => own++);
        using var polling = RequestsOf(apps[1]).Listen(Mailbox, () => heard.Release());
        RequestsOf(apps[2]).Listen(Mailbox, () => after++).Dispose();
        using var elsewhere = RequestsOf(apps[1]).Listen("another mailbox", () => after++);

        Assert.True(await RequestsOf(apps[0]).ForwardAsync(Mailbox, Cancellation));
        Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));
        Assert.True(await RequestsOf(apps[2]).ForwardAsync(Mailbox, Cancellation));
        Assert.True(await heard.WaitAsync(TimeSpan.FromSeconds(20), Cancellation));

        Assert.True(await Polling.UntilAsync(_ => Task.FromResult(own == 1), TimeSpan.FromSeconds(20), Cancellation), "The third server's request did not arrive.");
        Assert.Equal((0, 0), (after, heard.CurrentCount));
        Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Without_Redis_it_is_said_that_a_request_was_not_passed_on()
    {
        var app = Run();
        await Redis.StopAsync();
        Assert.False(await RequestsOf(app).ForwardAsync(Mailbox, Cancellation));

        Assert.False(await RequestsOf(Run(_ => { })).ForwardAsync(Mailbox, Cancellation));
    }

    private static ICycleRequests RequestsOf(RedisApp app) => app.Services.GetRequiredService<ICycleRequests>();
}
