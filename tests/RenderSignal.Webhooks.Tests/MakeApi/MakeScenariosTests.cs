using Microsoft.Extensions.DependencyInjection;
using RenderSignal.TestKit;

namespace RenderSignal.Webhooks.Tests;

public sealed class MakeScenariosTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Bearer", true, "/api/v2/scenarios/7/start", "Bearer make-key")]
    [InlineData("token", false, "/api/v2/scenarios/7/stop", "Token make-key")]
    public async Task The_API_is_called_with_the_key(string authType, bool on, string path, string authorization)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending(variables: [.. Variables(receiver), ("MAKE_API_AUTH_TYPE", authType)]);

        var error = await SwitchAsync(sending, on);

        Assert.Null(error);
        var request = Assert.Single(receiver.Requests);
        Assert.Equal(("POST", path, authorization), (request.Method, request.Path, request.Headers["Authorization"]));
    }

    [Fact]
    public async Task The_control_hook_takes_the_place_of_the_API()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending(variables:
            [.. Variables(receiver), ("MAKE_WEBHOOK_CONTROL_URL", $"{receiver.Url("/control")}"), ("MAKE_WEBHOOK_API_KEY", "control-key")]);

        var error = await SwitchAsync(sending, on: true);

        Assert.Null(error);
        var request = Assert.Single(receiver.Requests);
        Assert.Equal("/control", request.Path);
        Assert.Equal("""{"action":"start","scenario_id":"7","api_key":"control-key"}""", request.Body);
        Assert.False(request.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task A_refusal_is_told_without_an_exception()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(403, "no right"));
        await using var sending = new Sending(variables: Variables(receiver));

        Assert.Equal("HTTP 403: no right", await SwitchAsync(sending, on: true));
    }

    [Fact]
    public async Task An_answer_is_waited_for_15_seconds()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(Answer.Never);
        await using var sending = new Sending(variables: Variables(receiver));

        var switching = SwitchAsync(sending, on: true);
        await sending.Time.PassAsync(TimeSpan.FromSeconds(15), Token);

        Assert.Equal("no answer within 15 s", await switching);
    }

    internal static (string, string)[] Variables(WebhookReceiver receiver) =>
        [("MAKECOM_API_KEY", "make-key"), ("MAKE_API_HOST", $"{receiver.Url()}"), ("MAKE_SCENARIO_ID_RECADRAGE", "7")];

    private static Task<string?> SwitchAsync(Sending sending, bool on)
    {
        var scenarios = sending.Services.GetRequiredService<IMakeScenarios>();
        return scenarios.SwitchAsync(Assert.Single(scenarios.All), on, Token);
    }
}
