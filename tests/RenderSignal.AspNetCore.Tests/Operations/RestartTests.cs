using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using RenderSignal.TestKit;

namespace RenderSignal.AspNetCore.Tests;

public sealed class RestartTests : IDisposable
{
    private const string Path = "/api/restart_server";

    // Ends when the test has written to the pipe "go".
    private const string WaitForGo = "read go < go";

    private readonly TempFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_a_command_nothing_is_done_and_the_variable_is_named()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.PostJsonAsync(Path, new JsonObject { ["command"] = "exit 1" });

        Assert.Equal(HttpStatusCode.NotImplemented, status);
        Assert.Equal("RESTART_CMD is not set: write the command that restarts this server.", (string?)json["message"]);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task The_command_is_the_environment_s_whatever_the_request_says()
    {
        await using var app = await StartAsync("""printf 'one\n  two "2"\n' && echo err >&2""");
        using var body = new StringContent("command=touch+injected");

        using var answer = await app.Client.PostAsync(new Uri($"{Path}?command=touch+injected", UriKind.Relative), body, Token);

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(
            """{"success":true,"message":"RESTART_CMD was started; the log tells how it ends."}""", await answer.Content.ReadAsStringAsync(Token));
        var ended = await app.Log.WaitForMessageAsync("RESTART_CMD succeeded", cancellationToken: Token);
        Assert.Equal("RESTART_CMD succeeded: \n    one\n    two \"2\"\n    err", ended.Message);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_command_that_fails_is_a_warning_with_its_exit_code_and_its_last_lines_and_none_of_the_environment()
    {
        await using var app = await StartAsync("""i=0; while [ $i -lt 200 ]; do i=$((i+1)); echo "line $i of a command that says much"; done; printf '\033[31mred\n'; exit 3""");

        await app.Client.PostJsonAsync(Path, null);

        var ended = await app.Log.WaitForMessageAsync("RESTART_CMD ended", cancellationToken: Token);
        var lines = ended.Message.Split('\n');
        Assert.Equal((LogLevel.Warning, "RESTART_CMD ended with exit code 3: ", 21), (ended.Level, lines[0], lines.Length));
        Assert.Equal(("    line 182 of a command that says much", "     [31mred"), (lines[1], lines[^1]));
    }

    [Fact]
    public async Task Of_long_lines_the_end_is_kept()
    {
        await using var app = await StartAsync("head -c 100000 /dev/zero | tr '\\0' x; echo; echo end");

        await app.Client.PostJsonAsync(Path, null);

        var ended = await app.Log.WaitForMessageAsync("RESTART_CMD succeeded", cancellationToken: Token);
        Assert.EndsWith("x\n    end", ended.Message, StringComparison.Ordinal);
        Assert.InRange(ended.Message.Length, 4000, 4200);
    }

    [Fact]
    public async Task A_command_that_still_runs_is_not_started_again()
    {
        await MakePipeAsync("go");
        await using var app = await StartAsync(WaitForGo);

        var (first, _) = await app.Client.PostJsonAsync(Path, null);
        var (second, json) = await app.Client.PostJsonAsync(Path, null);
        await GoAsync();
        await app.Log.WaitForMessageAsync("RESTART_CMD succeeded: it wrote nothing", cancellationToken: Token);
        var (third, _) = await app.Client.PostJsonAsync(Path, null);
        await GoAsync();

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Conflict, HttpStatusCode.Accepted), (first, second, third));
        Assert.Equal("RESTART_CMD still runs; wait until it has ended.", (string?)json["message"]);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_command_lives_on_and_may_speak_when_the_server_has_ended()
    {
        await MakePipeAsync("go");
        await MakePipeAsync("done");
        await using (var app = await StartAsync($"echo before; {WaitForGo}; echo after; echo finished > done"))
        {
            await app.Client.PostJsonAsync(Path, null);
        }

        await GoAsync();

        Assert.Equal("finished\n", await OnPipeAsync(() => File.ReadAllText(_folder.File("done"))));
        Assert.Equal("before\nafter\n", await File.ReadAllTextAsync(_folder.File("restart_cmd.log"), Token));
    }

    [Fact]
    public async Task A_command_that_cannot_be_started_says_why()
    {
        Directory.CreateDirectory(_folder.File("restart_cmd.log"));
        await using var app = await StartAsync("exit 0");

        var (status, json) = await app.Client.PostJsonAsync(Path, null);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.StartsWith("RESTART_CMD could not be started: ", (string?)json["message"], StringComparison.Ordinal);
    }

    private Task<TestApp> StartAsync(string command) => TestApp.StartSignedInAsync(new Dictionary<string, string?>
    {
        ["RESTART_CMD"] = $"cd '{_folder.FullPath}' && {command}",
        ["RENDERSIGNAL_DATA"] = _folder.FullPath,
    });

    private Task<bool> GoAsync() => OnPipeAsync(() =>
    {
        File.WriteAllText(_folder.File("go"), "\n");
        return true;
    });

    /// <summary>Opening a pipe blocks until its other end is opened, too.</summary>
    private static Task<T> OnPipeAsync<T>(Func<T> use) => Task.Run(use, Token).WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Token);

    private async Task MakePipeAsync(string name)
    {
        using var process = System.Diagnostics.Process.Start("mkfifo", [_folder.File(name)]);
        await process.WaitForExitAsync(Token);
        Assert.Equal(0, process.ExitCode);
    }
}
