using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace RenderSignal.Dedup.Redis;

/// <summary>Reads the variables of REFERENCE section 5 that are about Redis.</summary>
internal sealed class ConfigureRedisDedupOptions(IConfiguration? configuration = null) : IConfigureOptions<RedisDedupOptions>
{
    public void Configure(RedisDedupOptions options)
    {
        var variables = new ConfigurationVariables(configuration);
        options.Url = variables.Text("REDIS_URL") ?? options.Url;
        options.ProcessedEmailIdsKey = variables.Text("PROCESSED_EMAIL_IDS_REDIS_KEY") ?? options.ProcessedEmailIdsKey;
        options.ProcessedSubjectGroupsKey = variables.Text("PROCESSED_SUBJECT_GROUPS_REDIS_KEY") ?? options.ProcessedSubjectGroupsKey;
        options.SubjectGroupPrefix = variables.Text("SUBJECT_GROUP_REDIS_PREFIX") ?? options.SubjectGroupPrefix;
        if (variables.WholeNumber("RENDERSIGNAL_REDIS_TIMEOUT_MS", 100, 60_000) is { } milliseconds)
        {
            options.CommandTimeout = TimeSpan.FromMilliseconds(milliseconds);
        }

        variables.ThrowIfRejected(typeof(RedisDedupOptions));
    }
}
