using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace RenderSignal.Dedup.Redis;

/// <summary>
/// Where servers tell each other what happens, and how it is written. One channel for each key prefix and database, for to Redis the
/// channels of all databases are the same.
/// </summary>
internal sealed class NoticeChannel(IOptions<RedisOptions> options)
{
    private const string Name = "r:ss:notices:v1:";

    /// <summary>The process that uses this instance.</summary>
    public string Self { get; } = Guid.NewGuid().ToString("n");

    /// <summary>The channel as the client is given it.</summary>
    public RedisChannel In(IDatabase database) => RedisChannel.Literal(NameOf(database));

    /// <summary>The channel as a script is given it: there nobody adds the prefix that an application's own connection may have for its channels.</summary>
    public string FullNameOf(IDatabase database) =>
        (string?)ConfigurationOptions.Parse(database.Multiplexer.Configuration).ChannelPrefix + NameOf(database);

    public string Text(Notice notice) => JsonSerializer.Serialize(notice with { From = Self }, NoticeJson.Default.Notice);

    /// <exception cref="JsonException">It is no notice.</exception>
    public static Notice Parse(ReadOnlyMemory<byte> text) =>
        JsonSerializer.Deserialize(text.Span, NoticeJson.Default.Notice) is { From.Length: > 0 } notice
            ? notice
            : throw new JsonException("It does not say from whom it is.");

    private string NameOf(IDatabase database) =>
        string.Create(CultureInfo.InvariantCulture, $"{options.Value.KeyPrefix}{Name}{database.Database}");
}
