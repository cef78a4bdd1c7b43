namespace RenderSignal.Abstractions.Tests;

public sealed class SettingsEditorAddressTests : SettingsEditorTest
{
    [Fact]
    public async Task A_masked_address_leaves_the_one_that_it_masks()
    {
        var masked = await ChangeAsync(SettingsDocument.WebhookConfig, """{"webhook_url": "https://env.example.test/***", "presence_flag": true}""");
        Assert.Equal((Environment.Webhooks.Url, true), (masked.Webhooks.Url, masked.Webhooks.PresenceFlag));

        await ChangeAsync(SettingsDocument.WebhookConfig, """{"webhook_url": "https://new.example.test/x"}""");
        var again = await ChangeAsync(SettingsDocument.WebhookConfig, """{"webhook_url": "https://new.example.test/***"}""");
        Assert.Equal("https://new.example.test/x", again.Webhooks.Url);
    }

    [Theory]
    [InlineData("webhook_url", "https://other.example.test/***", "webhook_url is https://other.example.test/***, which masks another address")]
    [InlineData("webhook_url", "https://env.example.test/secret-key***", "webhook_url is https://env.example.test/***, which masks another address")]
    [InlineData("presence_false_url", "https://env.example.test/***", "presence_false_url is https://env.example.test/***, which masks another address")]
    public async Task A_mask_of_another_address_is_refused(string field, string masked, string message)
    {
        var refused = await Assert.ThrowsAsync<SettingsRejectedException>(
            () => ChangeAsync(SettingsDocument.WebhookConfig, $$"""{"{{field}}": "{{masked}}"}"""));

        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
        Assert.Equal("masked_address_of_another", refused.Expected?.Code);
        Assert.Null(await Host.SettingsStore.ReadAsync(SettingsDocument.WebhookConfig, Token));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    public async Task An_address_that_is_taken_away_is_again_that_of_the_environment(string nothing)
    {
        await ChangeAsync(SettingsDocument.WebhookConfig, """{"webhook_url": "https://new.example.test/x", "presence_false_url": "tok"}""");

        var settings = await ChangeAsync(SettingsDocument.WebhookConfig, $$"""{"webhook_url": {{nothing}}, "presence_false_url": {{nothing}}}""");

        Assert.Equal(Environment.Webhooks, settings.Webhooks);
        Assert.Equal("{}", (await Host.SettingsStore.ReadAsync(SettingsDocument.WebhookConfig, Token))?.ToJsonString());
    }
}
