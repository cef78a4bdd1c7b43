using System.Net;
using RenderSignal.TestKit;

namespace RenderSignal.Server.Tests;

public sealed class HashPasswordTests
{
    [Fact]
    public async Task A_password_from_a_pipe_becomes_a_hash_that_lets_it_in()
    {
        string hash;
        await using (var maker = SampleServer.StartWithInput(new Dictionary<string, string>(), "pässword with blanks\n", "--hash-password"))
        {
            Assert.Equal(0, await maker.WaitForExitAsync());
            hash = Assert.Single(maker.Lines);
        }

        Assert.StartsWith("pbkdf2-sha512:210000:", hash, StringComparison.Ordinal);
        using var data = new TempFolder();
        var variables = new Dictionary<string, string>
        {
            ["TRIGGER_PAGE_PASSWORD"] = hash,
            ["ENABLE_BACKGROUND_TASKS"] = "false",
            ["RENDERSIGNAL_DATA"] = data.FullPath,
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        };
        await using var server = SampleServer.Start(variables);
        var address = (await server.WaitForLineAsync("Now listening on: ")).Split("Now listening on: ")[1];

        Assert.Equal(HttpStatusCode.Redirect, await SignIn.PostAsync(address, "admin", "pässword with blanks"));
        Assert.Equal(HttpStatusCode.OK, await SignIn.PostAsync(address, "admin", hash));
    }

    [Theory]
    [InlineData("--hash-password=secret")]
    [InlineData("--hash-password", "secret")]
    public async Task A_password_on_the_command_line_is_refused(params string[] arguments)
    {
        await using var server = SampleServer.StartWithInput(new Dictionary<string, string>(), "", arguments);

        Assert.Equal(1, await server.WaitForExitAsync());
        Assert.DoesNotContain(server.Lines, line => line.Contains("pbkdf2", StringComparison.Ordinal) || line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_no_password()
    {
        await using var server = SampleServer.StartWithInput(new Dictionary<string, string>(), "", "--hash-password");

        Assert.Equal(1, await server.WaitForExitAsync());
        await server.WaitForLineAsync("There is no password");
    }
}
