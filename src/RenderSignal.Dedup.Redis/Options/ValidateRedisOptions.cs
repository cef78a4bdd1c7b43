using Microsoft.Extensions.Options;

namespace RenderSignal.Dedup.Redis;

internal sealed class ValidateRedisOptions : IValidateOptions<RedisOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ShortestLease = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, RedisOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        if (!string.IsNullOrWhiteSpace(options.Url) && RedisAddress.Parse(options.Url, out var problem) is null)
        {
            result.AddError($"REDIS_URL is '{RedisAddress.Mask(options.Url)}': {problem}");
        }

        RequireKey(result, "PROCESSED_EMAIL_IDS_REDIS_KEY", nameof(options.ProcessedEmailIdsKey), options.ProcessedEmailIdsKey);
        RequireKey(result, "PROCESSED_SUBJECT_GROUPS_REDIS_KEY", nameof(options.ProcessedSubjectGroupsKey), options.ProcessedSubjectGroupsKey);
        RequireKey(result, "SUBJECT_GROUP_REDIS_PREFIX", nameof(options.SubjectGroupPrefix), options.SubjectGroupPrefix);
        if (options.ProcessedEmailIdsKey == options.ProcessedSubjectGroupsKey)
        {
            result.AddError($"PROCESSED_EMAIL_IDS_REDIS_KEY and PROCESSED_SUBJECT_GROUPS_REDIS_KEY are both '{options.ProcessedEmailIdsKey}': write two different keys.");
        }

        RequireRange(result, "RENDERSIGNAL_REDIS_TIMEOUT_MS", nameof(options.CommandTimeout), options.CommandTimeout);
        RequireRange(result, "the option", nameof(options.ProbeInterval), options.ProbeInterval);
        if (options.LeaseDuration != TimeSpan.Zero && (options.LeaseDuration < ShortestLease || options.LeaseDuration > Longest))
        {
            result.AddError(
                $"RENDERSIGNAL_REDIS_LEASE_SECONDS ({nameof(RedisOptions.LeaseDuration)}) is '{options.LeaseDuration}': write 5 to 60 seconds, or 0 for a lock file in place of the lease.");
        }

        return result.Build();
    }

    private static void RequireKey(ValidateOptionsResultBuilder result, string variable, string property, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            result.AddError($"{variable} ({nameof(RedisOptions)}.{property}) is empty: write a Redis key, or leave it unset for the default.");
        }
    }

    private static void RequireRange(ValidateOptionsResultBuilder result, string variable, string property, TimeSpan value)
    {
        if (value < Shortest || value > Longest)
        {
            result.AddError($"{variable} ({nameof(RedisOptions)}.{property}) is '{value}': write 100 milliseconds to 1 minute.");
        }
    }
}
