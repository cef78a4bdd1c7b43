namespace RenderSignal.Abstractions.Tests;

/// <summary>What a refusal says is to be written, so that it can be said in another language.</summary>
public sealed class ExpectedTests() : SettingsEditorTest
{
    [Theory]
    [InlineData(SettingsDocument.WebhookConfig, "webhook_url", "7", "receiver_address")]
    [InlineData(SettingsDocument.WebhookConfig, "presence_true_url", "7", "make_hook")]
    [InlineData(SettingsDocument.WebhookConfig, "presence_flag", "7", "true_or_false")]
    [InlineData(SettingsDocument.WebhookTimeWindow, "start", "7", "time_of_day")]
    [InlineData(SettingsDocument.PollingConfig, "active_days", "{}", "weekdays")]
    [InlineData(SettingsDocument.PollingConfig, "active_start_hour", "24", "whole_number", "min=0, max=23")]
    [InlineData(SettingsDocument.PollingConfig, "sender_of_interest_for_polling", "7", "sender_addresses")]
    [InlineData(SettingsDocument.PollingConfig, "vacation_start", "7", "date")]
    [InlineData(SettingsDocument.ProcessingPrefs, "exclude_keywords", "7", "list_of_texts")]
    [InlineData(SettingsDocument.ProcessingPrefs, "sender_priority", "7", "priorities")]
    [InlineData(SettingsDocument.ProcessingPrefs, "max_email_size_mb", "0", "size", "max=2147483647")]
    [InlineData(SettingsDocument.ProcessingPrefs, "rate_limit_per_hour", "-1", "whole_number", "min=0, max=100000")]
    public async Task A_refused_field_says_what_to_write(SettingsDocument document, string field, string json, string code, string values = "")
    {
        var refused = await Assert.ThrowsAsync<SettingsRejectedException>(() => ChangeAsync(document, $$"""{"{{field}}": {{json}}}"""));

        Assert.Equal((field, code), (refused.Field, refused.Expected?.Code));
        Assert.Equal(values, string.Join(", ", refused.Expected!.Values.Select(value => $"{value.Key}={value.Value}")));
    }
}
