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
            [.. Variables(receiver), .. Control(receiver)]);

        var error = await SwitchAsync(sending, on: true);

        Assert.Null(error);
        var request = Assert.Single(receiver.Requests);
        Assert.Equal("/control/secret-token", request.Path);
        Assert.Equal("""{"action":"start","scenario_id":"7","api_key":"control-key-1"}""", request.Body);
        Assert.False(request.Headers.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData(401, "HTTP 401: Access denied, Permission denied; check MAKECOM_API_KEY and MAKE_API_AUTH_TYPE")]
    [InlineData(403, "HTTP 403: Access denied, Permission denied; the key of MAKECOM_API_KEY needs the scopes scenarios:read and scenarios:write, and its user the right to this scenario")]
    [InlineData(404, "HTTP 404: Access denied, Permission denied; check MAKE_SCENARIO_ID_RECADRAGE and MAKE_API_HOST (the zone that the scenario is in)")]
    [InlineData(302, "HTTP 302: Access denied, Permission denied; redirects are not followed: write the host of your zone, such as eu1.make.com, into MAKE_API_HOST")]
    [InlineData(500, "HTTP 500: Access denied, Permission denied")]
    public async Task A_refusal_is_told_with_what_to_do(int status, string expected)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(status, """{"detail":"Permission denied","message":"Access denied","code":"SC403"}"""));
        await using var sending = new Sending(variables: Variables(receiver));

        Assert.Equal(expected, await SwitchAsync(sending, on: true));
        Assert.Equal(new MakeScenarioState(null, expected), await GetStateAsync(sending));
    }

    [Fact]
    public async Task A_long_answer_is_shortened_between_two_characters_and_stays_one_line()
    {
        var start = $"two\nlines{new string('x', 70)}";
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(500, $"{start}\U0001F4E7 and more"));
        await using var sending = new Sending(variables: Variables(receiver));

        Assert.Equal($"HTTP 500: {start.Replace('\n', ' ')}…", await SwitchAsync(sending, on: true));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Neither_a_key_nor_an_address_is_told(bool isControlHook)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(400, $"{new string('x', 75)} control-key-1 make-key {receiver.Url("/api/v2/scenarios/7/start")} {receiver.Url("/control/secret-token")} no secret-token"));
        await using var sending = new Sending(variables: isControlHook ? [.. Variables(receiver), .. Control(receiver)] : Variables(receiver));

        var error = await SwitchAsync(sending, on: true);

        Assert.StartsWith("HTTP 400: xxx", error, StringComparison.Ordinal);
        Assert.DoesNotContain(isControlHook ? "contr" : "make-", error, StringComparison.Ordinal);
        Assert.DoesNotContain(isControlHook ? "secret-token" : "/api/v2", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_is_no_reason_to_name_a_switch_that_changes_nothing()
    {
        await using var receiver = await WebhookReceiver.StartAsync(https: true, Token);
        await using var sending = new Sending(variables: Variables(receiver));
        sending.Settings.Settings = new() { Webhooks = new() { SslVerify = false } };

        var error = await SwitchAsync(sending, on: true);

        Assert.StartsWith("no secure connection", error, StringComparison.Ordinal);
        Assert.DoesNotContain("WEBHOOK_SSL_VERIFY", error, StringComparison.Ordinal);
        Assert.Empty(receiver.Requests);
    }

    [Fact]
    public async Task A_host_that_is_away_is_told_without_an_exception()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending(variables: Variables(receiver));
        await receiver.StopAsync();

        Assert.StartsWith("no answer: ", await SwitchAsync(sending, on: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_caller_s_own_cancellation_is_one()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(Answer.Never);
        await using var sending = new Sending(variables: Variables(receiver));
        var scenarios = sending.Services.GetRequiredService<IMakeScenarios>();
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var asking = scenarios.GetStateAsync(scenarios.All[0], impatient.Token);
        await receiver.WaitForAsync(1, cancellationToken: Token);
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Theory]
    [InlineData("""{"scenario":{"id":7,"name":"Recadrage","isActive":true,"islinked":false,"isPaused":false}}""", true)]
    [InlineData("""{"scenario":{"id":7,"isActive":false,"islinked":true}}""", false)]
    public async Task The_API_is_asked_whether_a_scenario_is_on(string answer, bool isOn)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(200, answer));
        await using var sending = new Sending(variables: [.. Variables(receiver), .. Control(receiver)]);

        Assert.Equal(new MakeScenarioState(isOn, null), await GetStateAsync(sending));
        var request = Assert.Single(receiver.Requests);
        Assert.Equal(("GET", "/api/v2/scenarios/7", "Token make-key", ""), (request.Method, request.Path, request.Headers["Authorization"], request.Body));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Accepted")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"scenario":null}""")]
    [InlineData("""{"scenario":{"islinked":true}}""")]
    [InlineData("""{"scenario":{"isActive":"yes"}}""")]
    public async Task An_answer_that_does_not_say_is_told(string answer)
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        receiver.Script(new Answer(200, answer));
        await using var sending = new Sending(variables: Variables(receiver));

        Assert.Equal(new MakeScenarioState(null, "Make.com's answer does not say whether the scenario is on"), await GetStateAsync(sending));
    }

    [Fact]
    public async Task What_is_missing_is_named()
    {
        await using var nothing = new Sending();
        var scenarios = nothing.Services.GetRequiredService<IMakeScenarios>();
        Assert.Equal(
            [
                "MAKECOM_API_KEY is not set: write the API key of Make.com, or set MAKE_WEBHOOK_CONTROL_URL.",
                "No scenario is named: set MAKE_SCENARIO_ID_AUTOREPONDEUR, MAKE_SCENARIO_ID_RECADRAGE, MAKE_SCENARIO_ID_PRESENCE_TRUE or MAKE_SCENARIO_ID_PRESENCE_FALSE.",
            ],
            scenarios.MissingSettings);

        await using var enough = new Sending(variables: [("MAKE_WEBHOOK_CONTROL_URL", "https://hook.example.test/control"), ("MAKE_SCENARIO_ID_PRESENCE_TRUE", "8")]);
        Assert.Empty(enough.Services.GetRequiredService<IMakeScenarios>().MissingSettings);
    }

    [Fact]
    public async Task Without_a_key_the_API_is_not_called()
    {
        await using var receiver = await WebhookReceiver.StartAsync(cancellationToken: Token);
        await using var sending = new Sending(variables: Variables(receiver)[1..]);

        Assert.Equal("MAKECOM_API_KEY is not set", await SwitchAsync(sending, on: true));
        Assert.Equal(new MakeScenarioState(null, "MAKECOM_API_KEY is not set"), await GetStateAsync(sending));
        Assert.Empty(receiver.Requests);
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

    private static (string, string)[] Control(WebhookReceiver receiver) =>
        [("MAKE_WEBHOOK_CONTROL_URL", $"{receiver.Url("/control/secret-token")}"), ("MAKE_WEBHOOK_API_KEY", "control-key-1")];

    private static Task<MakeScenarioState> GetStateAsync(Sending sending)
    {
        var scenarios = sending.Services.GetRequiredService<IMakeScenarios>();
        return scenarios.GetStateAsync(Assert.Single(scenarios.All), Token);
    }

    private static Task<string?> SwitchAsync(Sending sending, bool on)
    {
        var scenarios = sending.Services.GetRequiredService<IMakeScenarios>();
        return scenarios.SwitchAsync(Assert.Single(scenarios.All), on, Token);
    }
}
