using System.Text.Json.Nodes;

namespace RenderSignal.Abstractions.Tests;

public sealed class ProcessingPreferencesDocumentTests
{
    private static readonly ProcessingPreferences Defaults = new();

    [Theory]
    [InlineData("""{"retry_count": 11}""", "retry_count is 11: write a whole number from 0 to 10.")]
    [InlineData("""{"retry_delay_sec": null}""", "retry_delay_sec is null: write a whole number from 0 to 600.")]
    [InlineData("""{"webhook_timeout_sec": "0"}""", "webhook_timeout_sec is \"0\": write a whole number from 1 to 300.")]
    [InlineData("""{"rate_limit_per_hour": 100001}""", "rate_limit_per_hour is 100001: write a whole number from 0 to 100000.")]
    [InlineData("""{"max_email_size_mb": 0.9}""", "max_email_size_mb is 0.9: write a whole number from 1 to 2147483647, or null.")]
    [InlineData("""{"exclude_keywords": ["a", null]}""", "exclude_keywords is [\"a\",null]: write a list of texts.")]
    [InlineData("""{"retry_count": 1e300}""", "retry_count is 1e300: write a whole number from 0 to 10.")]
    [InlineData("""{"retry_count": 1e999}""", "retry_count is 1e999: write a whole number from 0 to 10.")]
    public void An_error_names_the_field_its_value_and_what_to_write(string payload, string expected)
    {
        Assert.False(ProcessingPreferencesDocument.TryApply(Parse(payload), Defaults, out var result, out var error));

        Assert.Equal(expected, error);
        Assert.Same(Defaults, result);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("7.9", 7)]
    [InlineData("-0.5", 0)]
    [InlineData("1e1", 10)]
    [InlineData("true", 1)]
    [InlineData("false", 0)]
    [InlineData("\" +7 \"", 7)]
    [InlineData("\"007\"", 7)]
    [InlineData("\"7.0\"", null)]
    [InlineData("\"\"", null)]
    [InlineData("\"- 7\"", null)]
    [InlineData("[7]", null)]
    public void Integers_are_read_as_Python_reads_them(string json, int? expected)
    {
        var accepted = ProcessingPreferencesDocument.TryApply(Parse($$"""{"retry_count": {{json}}}"""), Defaults, out var result, out _);

        Assert.Equal(expected, accepted ? result.RetryCount : null);
    }

    [Theory]
    [InlineData("null", false)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("-0.0", false)]
    [InlineData("\"\"", false)]
    [InlineData("[]", false)]
    [InlineData("{}", false)]
    [InlineData("true", true)]
    [InlineData("0.1", true)]
    [InlineData("\"false\"", true)]
    [InlineData("[0]", true)]
    [InlineData("{\"a\": null}", true)]
    public void Any_value_is_true_or_false_as_in_Python(string json, bool expected)
    {
        Assert.True(ProcessingPreferencesDocument.TryApply(
            Parse($$"""{"mirror_media_to_custom": {{json}}}"""), Defaults with { MirrorMediaToCustom = !expected }, out var result, out _));

        Assert.Equal(expected, result.MirrorMediaToCustom);
    }

    [Fact]
    public void Values_made_in_code_are_read_like_those_that_were_parsed()
    {
        var payload = new JsonObject { ["retry_count"] = 3, ["retry_delay_sec"] = 4.5, ["notify_on_failure"] = true, ["exclude_keywords"] = new JsonArray("a") };

        Assert.True(ProcessingPreferencesDocument.TryApply(payload, Defaults, out var result, out _));

        Assert.Equal((3, 4, true), (result.RetryCount, result.RetryDelaySec, result.NotifyOnFailure));
        Assert.Equal(["a"], result.ExcludeKeywords);
    }

    [Fact]
    public void A_payload_changes_only_its_own_fields()
    {
        var current = Defaults with { RetryCount = 4, ExcludeKeywords = ["x"] };

        Assert.True(ProcessingPreferencesDocument.TryApply(Parse("""{"retry_delay_sec": 9}"""), current, out var result, out _));

        Assert.Equal(current with { RetryDelaySec = 9 }, result);
    }

    [Fact]
    public void Writing_and_reading_gives_the_same_again()
    {
        var everything = Parse("""
            {"exclude_keywords":["a"],"exclude_keywords_recadrage":["b"],"exclude_keywords_autorepondeur":["c"],"require_attachments":true,
             "max_email_size_mb":25,"sender_priority":{"a@b.test":"high","c@d.test":"low","e@f.test":"medium"},"retry_count":1,"retry_delay_sec":3,
             "webhook_timeout_sec":4,"rate_limit_per_hour":6,"notify_on_failure":true,"mirror_media_to_custom":false}
            """);

        Assert.True(ProcessingPreferencesDocument.TryApply(everything, Defaults, out var preferences, out _));

        Assert.True(JsonNode.DeepEquals(everything, ProcessingPreferencesDocument.ToJson(preferences)));
    }

    [Fact]
    public void Writing_into_a_document_keeps_what_is_not_ours_and_removes_keywords_that_are_gone()
    {
        var document = Parse("""{"mine": 1, "exclude_keywords_recadrage": ["old"]}""");

        ProcessingPreferencesDocument.Write(Defaults, document);

        Assert.Equal(1, (int?)document["mine"]);
        Assert.False(document.ContainsKey("exclude_keywords_recadrage"));
        Assert.Equal(11, document.Count);
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
