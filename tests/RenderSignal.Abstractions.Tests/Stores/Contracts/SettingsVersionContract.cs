using System.Text.Json.Nodes;

namespace RenderSignal.Abstractions.Tests;

/// <summary>The versions of settings documents, wherever they are stored.</summary>
public abstract class SettingsVersionContract<THost>(THost host) : StoreContract<THost>(host)
    where THost : IStoreHost
{
    private const SettingsDocument Document = SettingsDocument.ProcessingPrefs;

    [Fact]
    public async Task The_version_that_a_change_returned_is_the_one_that_is_read()
    {
        var never = await VersionAsync();
        var first = await ChangeAsync("""{"exclude_keywords": ["é", "<&>", "\u00e9"], "sender_priority": {"b@c.test": "high", "a@b.test": "low"}}""", never);
        Assert.Equal(await VersionAsync(), first.Version);

        var second = await ChangeAsync("""{"max_email_size_mb": 7}""", first.Version);
        Assert.Equal(await VersionAsync(), second.Version);
        Assert.Equal(3, new[] { never, first.Version, second.Version }.Distinct().Count());
        Assert.Matches("^[0-9a-f]{16}$", never);

        var back = await ChangeAsync("""{"max_email_size_mb": null}""", second.Version);
        Assert.Equal(first.Version, back.Version);
    }

    [Fact]
    public async Task Documents_have_versions_of_their_own()
    {
        var flags = await Host.Editor.GetVersionAsync(SettingsDocument.RuntimeFlags, Token);

        await ChangeAsync("""{"retry_count": 3}""", null);

        Assert.Equal(flags, await Host.Editor.GetVersionAsync(SettingsDocument.RuntimeFlags, Token));
    }

    [Fact]
    public async Task A_change_of_another_version_is_refused_with_the_one_that_is_and_stores_nothing()
    {
        var never = await VersionAsync();
        var stored = await ChangeAsync("""{"retry_count": 3}""", never);

        foreach (var fields in new[] { """{"retry_count": 4}""", """{"unknown": 4}""" })
        {
            var conflict = await Assert.ThrowsAsync<SettingsConflictException>(() => ChangeAsync(fields, never));
            Assert.Equal((Document, stored.Version), (conflict.Document, conflict.Version));
        }

        Assert.Equal(stored.Version, await VersionAsync());
        Assert.Equal(3, (int?)(await Host.SettingsStore.ReadAsync(Document, Token))?["retry_count"]);
    }

    [Fact]
    public async Task Of_twenty_who_change_one_version_at_once_one_succeeds_and_the_others_learn_its_version()
    {
        var never = await VersionAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(limit => Task.Run(() => TryAsync(limit), Token)));

        var stored = Assert.Single(outcomes, outcome => outcome.Stored is not null);
        Assert.All(outcomes.Where(outcome => outcome.Stored is null), outcome => Assert.Equal(stored.Version, outcome.Version));
        Assert.Equal(stored.Stored, (int?)(await Host.SettingsStore.ReadAsync(Document, Token))?["rate_limit_per_hour"]);

        async Task<(int? Stored, string Version)> TryAsync(int limit)
        {
            try
            {
                return (limit, (await ChangeAsync($$"""{"rate_limit_per_hour": {{limit}}}""", never)).Version);
            }
            catch (SettingsConflictException conflict)
            {
                return (null, conflict.Version);
            }
        }
    }

    private Task<string> VersionAsync() => Host.Editor.GetVersionAsync(Document, Token);

    private Task<SettingsChange> ChangeAsync(string fields, string? expectedVersion) =>
        Host.Editor.ChangeAsync(Document, JsonNode.Parse(fields)!.AsObject(), expectedVersion, Token);
}
