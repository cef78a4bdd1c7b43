using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>The settings documents as the reference keeps one of them (REFERENCE section 5): a string of JSON for each.</summary>
internal sealed class RedisSettingsLayout(NoticeChannel channel)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// A script and no transaction: of that one learns only that it was discarded, and not that Redis is a replica or full. What is stored
    /// stays stored when the user in REDIS_URL may not tell the others: they meet it when they read.
    /// </summary>
    private const string Swap = """
        if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then
            return 0
        end
        redis.call('SET', KEYS[1], ARGV[2])
        if ARGV[1] ~= ARGV[2] then
            redis.pcall('PUBLISH', ARGV[3], ARGV[4])
        end
        return 1
        """;

    public static string KeyOf(SettingsDocument document) => $"r:ss:{document.StoredName()}:v1";

    /// <summary>What is stored, in one round trip. No MGET: to that a key of another type is one that is not there.</summary>
    public static Task<StoredSettings[]> GetAsync(IDatabase database, params SettingsDocument[] documents) =>
        Task.WhenAll(documents.Select(document => GetAsync(database, document)));

    /// <summary>Stores a document unless there is one.</summary>
    public static Task<bool> AddAsync(IDatabase database, SettingsDocument document, JsonObject content) =>
        database.StringSetAsync(KeyOf(document), Text(content), when: When.NotExists);

    /// <summary>Stores a document if what is stored is still what was read, and tells the other servers. Says whether it was.</summary>
    public async Task<bool> SwapAsync(IDatabase database, SettingsDocument document, RedisValue read, RedisValue text) =>
        (bool)await database.ScriptEvaluateAsync(
            Swap,
            [KeyOf(document)],
            [read.IsNull ? RedisValue.EmptyString : read, text, channel.FullNameOf(database), channel.Text(new(NoticeKind.Settings))]);

    /// <summary>Fails as a write of this document would, and changes nothing.</summary>
    public static Task ProbeAsync(IDatabase database, SettingsDocument document) =>
        database.StringSetRangeAsync(KeyOf(document), 0, RedisValue.EmptyString);

    public static RedisValue Text(JsonObject content) => content.ToJsonString(Readable);

    /// <exception cref="SettingsDocumentException">It is no JSON object.</exception>
    public static JsonObject Parse(SettingsDocument document, RedisValue text)
    {
        try
        {
            return JsonNode.Parse(((ReadOnlyMemory<byte>)text).Span, documentOptions: Strict) as JsonObject
                ?? throw Unreadable(document, "holds no JSON object.");
        }
        catch (JsonException exception)
        {
            throw Unreadable(document, $"is not JSON: {exception.Message}", exception);
        }
    }

    private static async Task<StoredSettings> GetAsync(IDatabase database, SettingsDocument document)
    {
        try
        {
            return new(await database.StringGetAsync(KeyOf(document)));
        }
        catch (RedisServerException exception) when (exception.Message.StartsWith("WRONGTYPE", StringComparison.Ordinal))
        {
            return new(RedisValue.Null, Unreadable(document, "is no string.", exception));
        }
    }

    private static SettingsDocumentException Unreadable(SettingsDocument document, string problem, Exception? exception = null) => new(
        $"The key {KeyOf(document)} on Redis {problem} Write {{…}} there, or delete the key: then the local copy of what was last read from it takes its place.",
        exception);
}
