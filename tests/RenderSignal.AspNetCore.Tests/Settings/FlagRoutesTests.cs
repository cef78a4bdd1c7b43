using System.Net;
using System.Text.Json.Nodes;

namespace RenderSignal.AspNetCore.Tests;

public sealed class FlagRoutesTests
{
    [Fact]
    public async Task A_flag_that_is_switched_is_in_force_at_once_and_the_other_stays()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.PostJsonAsync("/api/update_runtime_flags", new JsonObject { ["disable_email_id_dedup"] = true });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True((bool)json["flags"]!["disable_email_id_dedup"]!);
        var flags = (await app.Get<ISettingsReader>().GetAsync(TestContext.Current.CancellationToken)).Flags;
        Assert.Equal((true, false), (flags.DisableEmailIdDedup, flags.AllowCustomWebhookWithoutLinks));
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task A_flag_that_is_no_switch_is_refused_by_name()
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.PostJsonAsync("/api/update_runtime_flags", new JsonObject { ["disable_email_id_dedup"] = "perhaps" });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("""disable_email_id_dedup is "perhaps": write true or false.""", (string?)json["message"]);
        app.Log.AssertNoWarnings();
    }

    [Fact]
    public async Task Without_a_session_nothing_is_told()
    {
        await using var app = await TestApp.StartAsync();

        var (status, json) = await app.Client.GetJsonAsync("/api/get_runtime_flags");

        Assert.Equal((HttpStatusCode.Unauthorized, false), (status, (bool)json["success"]!));
    }

    [Fact]
    public async Task A_wrong_method_is_told_the_right_one()
    {
        await using var app = await TestApp.StartSignedInAsync();

        using var answer = await app.Client.DeleteAsync(new Uri("/api/get_runtime_flags", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(["GET"], answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/api/update_runtime_flags")]
    [InlineData("/api/processing_prefs")]
    [InlineData("/api/webhooks/config")]
    [InlineData("/api/update_polling_config")]
    public async Task A_field_that_does_not_exist_is_named_in_the_answer(string path)
    {
        await using var app = await TestApp.StartSignedInAsync();

        var (status, json) = await app.Client.PostJsonAsync(path, new JsonObject { ["mispelt"] = true });

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("mispelt is no setting of", (string?)json["message"], StringComparison.Ordinal);
    }
}
