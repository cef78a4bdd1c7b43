using System.Net;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class RedisAddressTests
{
    [Theory]
    [InlineData("redis://cache.test", "cache.test:6379", null, null, 0, false)]
    [InlineData("redis://cache.test:6380/", "cache.test:6380", null, null, 0, false)]
    [InlineData("  redis://127.0.0.1:6380/3 ", "127.0.0.1:6380", null, null, 3, false)]
    [InlineData("redis://:geheim@cache.test/2", "cache.test:6379", null, "geheim", 2, false)]
    [InlineData("rediss://alice:p%40ss%2Fword%3A@cache.test:6390", "cache.test:6390", "alice", "p@ss/word:", 0, true)]
    [InlineData("REDIS://alice:a:b@cache.test", "cache.test:6379", "alice", "a:b", 0, false)]
    [InlineData("redis://cache.test?socket_timeout=3&db=4", "cache.test:6379", null, null, 4, false)]
    [InlineData("redis://[::1]:6380", "[::1]:6380", null, null, 0, false)]
    [InlineData("redis://my_redis:6379/0", "my_redis:6379", null, null, 0, false)]
    public void A_url_is_read_as_the_reference_reads_it(string url, string server, string? user, string? password, int database, bool tls)
    {
        var options = RedisAddress.Parse(url, out var problem);

        Assert.Null(problem);
        Assert.NotNull(options);
        Assert.Equal(server, RedisAddress.Describe(options.EndPoints));
        Assert.Equal(user, options.User);
        Assert.Equal(password, options.Password);
        Assert.Equal(database, options.DefaultDatabase);
        Assert.Equal(tls, options.Ssl);
    }

    [Fact]
    public void A_configuration_string_of_StackExchange_Redis_is_read_by_itself()
    {
        var options = RedisAddress.Parse("cache.test:6380,password=geheim,defaultDatabase=5,ssl=true", out _);

        Assert.NotNull(options);
        Assert.Equal(new DnsEndPoint("cache.test", 6380), Assert.Single(options.EndPoints));
        Assert.Equal(("geheim", 5, true), (options.Password, options.DefaultDatabase, options.Ssl));
    }

    [Theory]
    [InlineData("http://:geheim@cache.test", "http://***")]
    [InlineData("redis://", "redis://***")]
    [InlineData("redis://:gehe/im@cache.test", "redis://***")]
    [InlineData("redis://user:12/geheim@cache.test", "redis://***")]
    [InlineData("redis://user:12?geheim@cache.test", "redis://***")]
    [InlineData("redis://user:12#geheim@cache.test", "redis://***")]
    [InlineData("redis://:geheim:6379", "redis://***")]
    [InlineData("redis://:geheim@cache.test/eins", "redis://***")]
    [InlineData("redis://:geheim@cache.test/-1", "redis://***")]
    [InlineData("cache.test,geheim=x", "***")]
    [InlineData("not a host,password=geheim", "***")]
    [InlineData(",password=geheim", "***")]
    [InlineData("password=geheim://x", "***")]
    public void What_cannot_be_read_is_rejected_without_being_repeated(string text, string masked)
    {
        Assert.Null(RedisAddress.Parse(text, out var problem));

        Assert.Equal(masked, RedisAddress.Mask(text));
        Assert.Contains("redis://user:password@host:port/db", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", problem, StringComparison.Ordinal);
    }
}
