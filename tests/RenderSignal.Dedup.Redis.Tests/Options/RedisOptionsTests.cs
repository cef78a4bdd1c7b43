using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisOptionsTests
{
    [Fact]
    public void Without_variables_the_keys_are_the_reference_s_and_Redis_is_not_used()
    {
        var options = Read([]);

        Assert.False(options.IsConfigured);
        Assert.Equal("r:ss:processed_email_ids:v1", options.ProcessedEmailIdsKey);
        Assert.Equal("r:ss:processed_subject_groups:v1", options.ProcessedSubjectGroupsKey);
        Assert.Equal("r:ss:subject_group_ttl:", options.SubjectGroupPrefix);
        Assert.Equal(TimeSpan.FromSeconds(1), options.CommandTimeout);
        Assert.Empty(Validate(options));
    }

    [Fact]
    public void The_reference_s_variables_are_read()
    {
        var options = Read(new()
        {
            ["REDIS_URL"] = " redis://cache.test ",
            ["PROCESSED_EMAIL_IDS_REDIS_KEY"] = "ids",
            ["PROCESSED_SUBJECT_GROUPS_REDIS_KEY"] = "groups",
            ["SUBJECT_GROUP_REDIS_PREFIX"] = "group:",
            ["RENDERSIGNAL_REDIS_TIMEOUT_MS"] = "750",
        });

        Assert.True(options.IsConfigured);
        Assert.Equal(
            ("redis://cache.test", "ids", "groups", "group:", TimeSpan.FromMilliseconds(750)),
            (options.Url, options.ProcessedEmailIdsKey, options.ProcessedSubjectGroupsKey, options.SubjectGroupPrefix, options.CommandTimeout));
    }

    [Fact]
    public void An_unreadable_time_out_names_its_variable()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Read(new() { ["RENDERSIGNAL_REDIS_TIMEOUT_MS"] = "soon" }));

        Assert.Equal("RENDERSIGNAL_REDIS_TIMEOUT_MS is 'soon': write a whole number from 100 to 60000.", exception.Message);
    }

    [Fact]
    public void An_unreadable_address_is_named_without_its_password()
    {
        var error = Assert.Single(Validate(new RedisOptions { Url = "redis://:geheim@cache.test/eins" }));

        Assert.StartsWith("REDIS_URL is 'redis://***': ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error, StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var errors = Validate(new RedisOptions
        {
            ProcessedEmailIdsKey = "same",
            ProcessedSubjectGroupsKey = "same",
            SubjectGroupPrefix = " ",
            CommandTimeout = TimeSpan.Zero,
            ProbeInterval = TimeSpan.FromHours(1),
        });

        Assert.Collection(
            errors,
            error => Assert.Contains("SUBJECT_GROUP_REDIS_PREFIX", error, StringComparison.Ordinal),
            error => Assert.Contains("PROCESSED_SUBJECT_GROUPS_REDIS_KEY are both 'same'", error, StringComparison.Ordinal),
            error => Assert.Contains("RENDERSIGNAL_REDIS_TIMEOUT_MS", error, StringComparison.Ordinal),
            error => Assert.Contains("ProbeInterval", error, StringComparison.Ordinal));
    }

    private static RedisOptions Read(Dictionary<string, string?> variables)
    {
        var options = new RedisOptions();
        new ConfigureRedisOptions(new ConfigurationBuilder().AddInMemoryCollection(variables).Build()).Configure(options);
        return options;
    }

    private static IEnumerable<string> Validate(RedisOptions options) =>
        new ValidateRedisOptions().Validate(null, options).Failures ?? [];
}
