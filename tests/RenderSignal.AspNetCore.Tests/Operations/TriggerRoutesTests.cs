using System.Net;
using System.Text;
using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

public sealed class TriggerRoutesTests : IDisposable
{
    private const string None = """{"command_pending":false,"payload":null}""";
    private const string Unreadable = """{"command_pending":true,"payload":null}""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_file_nothing_is_pending_not_even_without_a_data_folder()
    {
        await using var app = await StartAsync(_folder.File("missing"));

        Assert.Equal(None, await CheckAsync(app));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_file_is_given_out_once_and_is_gone()
    {
        await using var app = await StartAsync();
        await LeaveAsync("""{"command":"start","lot":[12,{"été":null}],"double":1,"double":2}"""u8.ToArray());

        var first = await CheckAsync(app);
        var second = await CheckAsync(app);

        Assert.Equal("""{"command_pending":true,"payload":{"command":"start","lot":[12,{"été":null}],"double":1,"double":2}}""", first);
        Assert.Equal(None, second);
        Assert.Empty(Directory.EnumerateFiles(_folder.FullPath, $"{TriggerFile.Name}*"));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Of_many_who_ask_at_once_one_gets_it()
    {
        await using var app = await StartAsync();
        var file = app.Get<TriggerFile>();
        using var together = new Barrier(4);
        for (var round = 0; round < 100; round++)
        {
            await LeaveAsync(Encoding.UTF8.GetBytes($"{round}"));

            var answers = await Task.WhenAll(Enumerable.Range(0, together.ParticipantCount).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    together.SignalAndWait(TestContext.Current.CancellationToken);
                    return file.TakeAsync();
                },
                TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

            Assert.Equal(round, Assert.Single(answers, answer => answer.CommandPending).Payload!.Value.GetInt32());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("start now")]
    [InlineData("""{"half":"\ud800"}""")]
    [InlineData("{\"a\":1} {\"b\":2}")]
    public async Task What_is_no_JSON_is_told_as_a_command_without_a_payload(string content)
    {
        await using var app = await StartAsync();
        await LeaveAsync(Encoding.UTF8.GetBytes(content));

        Assert.Equal(Unreadable, await CheckAsync(app));
        Assert.Equal(None, await CheckAsync(app));
        await app.Log.WaitForMessageAsync("it is not JSON", cancellationToken: TestContext.Current.CancellationToken);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task What_is_nested_too_deeply_or_too_large_has_no_payload_either()
    {
        await using var app = await StartAsync();
        await LeaveAsync(Encoding.UTF8.GetBytes(new string('[', 40) + new string(']', 40)));
        Assert.Equal(Unreadable, await CheckAsync(app));
        await LeaveAsync(Encoding.UTF8.GetBytes($"\"{new string('x', JsonBody.MaxLength)}\""));
        Assert.Equal(Unreadable, await CheckAsync(app));

        await app.Log.WaitForMessageAsync("it is larger than 256 KB", cancellationToken: TestContext.Current.CancellationToken);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task The_largest_file_is_given_out_and_a_byte_order_mark_does_no_harm()
    {
        await using var app = await StartAsync();
        await LeaveAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"\"{new string('x', JsonBody.MaxLength - 5)}\"")]);

        Assert.Equal($$"""{"command_pending":true,"payload":"{{new string('x', JsonBody.MaxLength - 5)}}"}""", await CheckAsync(app));
    }

    [Fact]
    public async Task A_wrong_method_takes_nothing()
    {
        await using var app = await StartAsync();
        await LeaveAsync("1"u8.ToArray());

        using var answer = await app.Client.PostAsync(new Uri("/api/check_trigger", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal("""{"command_pending":true,"payload":1}""", await CheckAsync(app));
    }

    private Task<TestApp> StartAsync(string? folder = null) =>
        TestApp.StartAsync(new Dictionary<string, string?> { ["RENDERSIGNAL_DATA"] = folder ?? _folder.FullPath });

    private Task LeaveAsync(byte[] content) => File.WriteAllBytesAsync(_folder.File(TriggerFile.Name), content, TestContext.Current.CancellationToken);

    private static Task<string> CheckAsync(TestApp app) =>
        app.Client.GetStringAsync(new Uri("/api/check_trigger", UriKind.Relative), TestContext.Current.CancellationToken);
}
