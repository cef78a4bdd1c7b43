using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace RenderSignal.Dedup.Redis;

/// <summary>Reads the variables of REFERENCE section 5 that are about Redis.</summary>
internal sealed class ConfigureRedisOptions(IConfiguration? configuration = null) : IConfigureOptions<RedisOptions>
{
    public void Configure(RedisOptions options)
    {
        var variables = new ConfigurationVariables(configuration);
        options.Url = variables.Text("REDIS_URL") ?? options.Url;
        options.KeyPrefix = variables.Text("RENDERSIGNAL_REDIS_KEY_PREFIX") ?? options.KeyPrefix;
        options.ProcessedEmailIdsKey = variables.Text("PROCESSED_EMAIL_IDS_REDIS_KEY") ?? options.ProcessedEmailIdsKey;
        options.ProcessedSubjectGroupsKey = variables.Text("PROCESSED_SUBJECT_GROUPS_REDIS_KEY") ?? options.ProcessedSubjectGroupsKey;
        options.SubjectGroupPrefix = variables.Text("SUBJECT_GROUP_REDIS_PREFIX") ?? options.SubjectGroupPrefix;
        if (variables.WholeNumber("RENDERSIGNAL_REDIS_TIMEOUT_MS", 100, 60_000) is { } milliseconds)
        {
            options.CommandTimeout = TimeSpan.FromMilliseconds(milliseconds);
        }

        if (variables.WholeNumber("RENDERSIGNAL_REDIS_LEASE_SECONDS", 0, 60) is { } seconds)
        {
            options.LeaseDuration = TimeSpan.FromSeconds(seconds);
        }

        variables.ThrowIfRejected(typeof(RedisOptions));
    }
}
