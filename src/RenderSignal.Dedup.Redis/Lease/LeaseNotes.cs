namespace RenderSignal.Dedup.Redis;

/// <summary>Why this server does not poll.</summary>
internal static class LeaseNotes
{
    public static Phrase WaitsForRedis { get; } = new(
        "waits_for_redis", "Redis is away or takes no writes, so that it cannot be told whether another server polls; the mails wait until it is back");

    /// <param name="problem">What stands in the way.</param>
    public static Phrase NotCaughtUp(string problem) => new Phrase(
        "not_caught_up", $"what the other servers did cannot be copied into the data folder: {problem}").With("problem", problem);

    public static Phrase ThisServerPolls { get; } = new("this_server_polls", "this process polls the mailbox already");

    /// <param name="server">Its machine and process.</param>
    public static Phrase AnotherServerPolls(string server) =>
        new Phrase("another_server_polls", $"another server polls this mailbox: {server}").With("server", server);

    public static Phrase RedisIsNew { get; } = new(
        "redis_is_new", "Redis knows no lease yet; if it was emptied, a server that had one may still be at work for some seconds");
}
