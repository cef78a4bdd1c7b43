using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using RenderSignal.TestKit;
using Reply = RenderSignal.TestKit.Answer;

namespace RenderSignal.AspNetCore.Tests;

public sealed class PresenceTestRoutesTests
{
    private const string Path = "/api/test_presence_webhook";
    private const string Token = "secret-token-of-the-hook";

    [Theory]
    [InlineData("true", true, "/true/" + Token)]
    [InlineData("\"true\"", true, "/true/" + Token)]
    [InlineData("false", false, "/false/" + Token)]
    [InlineData("\"false\"", false, "/false/" + Token)]
    [InlineData("\" OFF \"", false, "/false/" + Token)]
    public async Task The_hook_that_was_named_gets_a_test_as_presence_mails_are_sent(string presence, bool flag, string path)
    {
        await using var make = await StartMakeAsync();
        await using var app = await TestApp.StartSignedInAsync(Variables(make));

        var (status, json) = await app.Client.PostJsonAsync(Path, new JsonObject { ["presence"] = JsonNode.Parse(presence) });

        Assert.Equal((HttpStatusCode.OK, true, 200), (status, (bool)json["success"]!, (int)json["status_code"]!));
        Assert.True((long)json["duration_ms"]! >= 0);
        var request = Assert.Single(make.Requests);
        Assert.Equal((path, "Bearer make-key"), (request.Path, request.Headers["Authorization"]));
        Assert.Equal(
            $$"""{"subject":"Test de présence / presence test","delivery_time":null,"sender_email":"presence@rendersignal.test","presence":{{(flag ? "true" : "false")}},"detector":"samedi_presence","webhooks_time_start":"13h00","webhooks_time_end":"19h00"}""",
            request.Json!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Each_test_is_a_new_one_to_its_receiver_and_no_mail_to_us()
    {
        await using var make = await StartMakeAsync();
        await using var app = await TestApp.StartSignedInAsync(Variables(make));

        await app.Client.PostJsonAsync(Path, new JsonObject { ["presence"] = true });
        await app.Client.PostJsonAsync(Path, new JsonObject { ["presence"] = true });

        Assert.Equal(2, make.Requests.Select(request => request.Headers["webhook-id"]).Distinct().Count());
        var now = app.Get<IClock>().GetCurrentInstant();
        Assert.Empty((await app.Get<ILedger>().ListAsync(new LedgerQuery(), TestContext.Current.CancellationToken)).Records);
        Assert.Equal(0, await app.Get<ISendRateStore>().CountSinceAsync(now - Duration.FromHours(1), TestContext.Current.CancellationToken));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task The_hook_that_an_operator_wrote_is_the_one_that_is_tried()
    {
        await using var make = await StartMakeAsync();
        await using var app = await TestApp.StartSignedInAsync(Variables(make));
        await app.Get<ISettingsEditor>().ChangeAsync(
            SettingsDocument.WebhookConfig, new JsonObject { ["presence_true_url"] = $"{make.Url("/operator")}" }, TestContext.Current.CancellationToken);

        await app.Client.PostJsonAsync(Path, new JsonObject { ["presence"] = true });

        Assert.Equal("/operator", Assert.Single(make.Requests).Path);
    }

    [Theory]
    [InlineData(true, "PRESENCE_TRUE_MAKE_WEBHOOK_URL is not set")]
    [InlineData(false, "PRESENCE_FALSE_MAKE_WEBHOOK_URL is not set")]
    public async Task A_hook_that_is_not_set_is_named(bool presence, string message)
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.PostJsonAsync(Path, new JsonObject { ["presence"] = presence });

        Assert.Equal((HttpStatusCode.BadRequest, false), (status, (bool)json["success"]!));
        Assert.StartsWith(message, (string?)json["message"], StringComparison.Ordinal);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_status_and_without_the_address()
    {
        await using var make = await StartMakeAsync();
        make.Script(new Reply(410, $"Cannot POST /true/{Token}"));
        await using var app = await TestApp.StartSignedInAsync(Variables(make));

        var (status, json) = await app.Client.PostJsonAsync(Path, new JsonObject { ["presence"] = true });

        Assert.Equal((HttpStatusCode.BadGateway, false, 410), (status, (bool)json["success"]!, (int)json["status_code"]!));
        Assert.StartsWith("HTTP 410", (string?)json["message"], StringComparison.Ordinal);
        Assert.DoesNotContain(Token, json.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.Records, record => record.Message.Contains(Token, StringComparison.Ordinal));
        app.Log.AssertNoWarnings(expectedTexts: ["HTTP 410"]);
    }

    [Fact]
    public async Task A_target_of_the_application_s_own_takes_the_test_in_place_of_the_built_in_one()
    {
        await using var make = await StartMakeAsync();
        var own = new OwnPresenceTarget();
        await using var app = await TestApp.StartSignedInAsync(Variables(make), services => services.AddSingleton<IDeliveryTarget>(own));

        var (status, json) = await app.Client.PostJsonAsync(Path, new JsonObject { ["presence"] = true });

        Assert.Equal((HttpStatusCode.BadGateway, "The hook did not accept the test."), (status, (string?)json["message"]));
        Assert.True(Assert.Single(own.Requests).Settings.Webhooks.PresenceFlag);
        Assert.Empty(make.Requests);
    }

    [Fact]
    public async Task An_application_that_sends_nothing_to_presence_hooks_says_so()
    {
        await using var make = await StartMakeAsync();
        await using var app = await TestApp.StartSignedInAsync(Variables(make), services =>
        {
            var custom = services.First(service => service.ServiceType == typeof(IDeliveryTarget));
            services.RemoveAll<IDeliveryTarget>().Add(custom);
        });

        var (status, json) = await app.Client.PostJsonAsync(Path, new JsonObject { ["presence"] = true });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("AddWebhooks()", (string?)json["message"], StringComparison.Ordinal);
    }

    private static Task<WebhookReceiver> StartMakeAsync() => WebhookReceiver.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

    private static Dictionary<string, string?> Variables(WebhookReceiver make) => new()
    {
        ["PRESENCE_TRUE_MAKE_WEBHOOK_URL"] = $"{make.Url($"/true/{Token}")}",
        ["PRESENCE_FALSE_MAKE_WEBHOOK_URL"] = $"{make.Url($"/false/{Token}")}",
        ["WEBHOOK_TIME_START"] = "13h00",
        ["WEBHOOK_TIME_END"] = "19h00",
    };

    private sealed class OwnPresenceTarget : IDeliveryTarget
    {
        public string Route => DeliveryRoutes.Presence;

        public List<DeliveryRequest> Requests { get; } = [];

        public Task<DeliveryOutcome> DeliverAsync(DeliveryRequest request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            return Task.FromResult(new DeliveryOutcome(false, []));
        }
    }
}
