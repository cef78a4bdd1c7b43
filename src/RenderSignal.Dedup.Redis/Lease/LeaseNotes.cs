namespace RenderSignal.Dedup.Redis;

/// <summary>Why this server does not poll.</summary>
internal static class LeaseNotes
{
    public static Phrase WaitsForRedis { get; } = new(
        "waits_for_redis", "Redis is away or takes no writes, so that it cannot be told whether another server polls; the mails wait until it is back");

    public static Phrase ThisServerPolls { get; } = new("this_server_polls", "this process polls the mailbox already");

    /// <param name="server">Its machine and process.</param>
    public static Phrase AnotherServerPolls(string server) =>
        new Phrase("another_server_polls", $"another server polls this mailbox: {server}").With("server", server);

    public static Phrase RedisIsNew { get; } = new(
        "redis_is_new", "Redis has just been started and knows no lease; a server that had one may still be at work for some seconds");
}
