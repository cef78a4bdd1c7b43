namespace RenderSignal.Abstractions.Tests;

public abstract class KeyRingStoreContract<THost>(THost host) : StoreContract<THost>(host)
    where THost : IStoreHost
{
    [Fact]
    public void A_ring_without_keys_is_empty() => Assert.Empty(Host.KeyRing.ReadAll());

    [Fact]
    public void Keys_are_found_by_their_names_and_one_of_the_same_name_is_replaced()
    {
        Host.KeyRing.Write("key-1", "<key>é</key>");
        Host.KeyRing.Write("key-2", "<key />");
        Host.KeyRing.Write("KEY-1", "<other />");
        Host.KeyRing.Write("key-2", "<later />");

        Assert.Equal(
            new Dictionary<string, string> { ["key-1"] = "<key>é</key>", ["key-2"] = "<later />", ["KEY-1"] = "<other />" },
            Host.KeyRing.ReadAll());
    }

    [Theory]
    [InlineData("")]
    [InlineData("../key")]
    [InlineData("/tmp/key")]
    [InlineData("key.xml")]
    [InlineData("key 1")]
    [InlineData("clé")]
    public void A_name_that_could_be_a_path_is_refused_and_nothing_is_kept(string name)
    {
        Assert.Throws<ArgumentException>(nameof(name), () => Host.KeyRing.Write(name, "<key />"));

        Assert.Empty(Host.KeyRing.ReadAll());
    }

    [Fact]
    public async Task Writers_at_once_lose_no_key()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Host.KeyRing.Write($"key-{i}", $"<key id='{i}' />"), Token)));

        Assert.Equal(20, Host.KeyRing.ReadAll().Count);
    }
}
