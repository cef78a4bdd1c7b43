using System.Text.Json.Nodes;

namespace RenderSignal.Abstractions.Tests;

public abstract class SettingsStoreContract<THost>(THost host) : StoreContract<THost>(host)
    where THost : IStoreHost
{
    [Fact]
    public async Task A_document_that_was_never_written_is_null_and_starts_empty()
    {
        Assert.Null(await Host.SettingsStore.ReadAsync(SettingsDocument.PollingConfig, Token));

        var written = await Host.SettingsStore.UpdateAsync(SettingsDocument.PollingConfig, document => document["enable_polling"] = false, Token);

        Assert.Equal("""{"enable_polling":false}""", written.ToJsonString());
        Assert.Equal("""{"enable_polling":false}""", (await Host.SettingsStore.ReadAsync(SettingsDocument.PollingConfig, Token))?.ToJsonString());
        Assert.Null(await Host.SettingsStore.ReadAsync(SettingsDocument.RuntimeFlags, Token));
    }

    [Fact]
    public async Task An_update_keeps_the_other_fields()
    {
        await Update("a", 1);
        await Update("b", 2);

        Assert.Equal("""{"a":1,"b":2}""", (await Host.SettingsStore.ReadAsync(SettingsDocument.RuntimeFlags, Token))?.ToJsonString());
    }

    [Fact]
    public async Task A_change_that_fails_writes_nothing()
    {
        await Update("a", 1);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Host.SettingsStore.UpdateAsync(
            SettingsDocument.RuntimeFlags,
            document =>
            {
                document["a"] = 2;
                throw new InvalidOperationException("refused");
            },
            Token));

        Assert.Equal("""{"a":1}""", (await Host.SettingsStore.ReadAsync(SettingsDocument.RuntimeFlags, Token))?.ToJsonString());
    }

    [Fact]
    public async Task What_was_read_or_returned_belongs_to_the_caller()
    {
        (await Host.SettingsStore.UpdateAsync(SettingsDocument.RuntimeFlags, document => document["a"] = 1, Token))["a"] = 2;
        JsonObject? read = await Host.SettingsStore.ReadAsync(SettingsDocument.RuntimeFlags, Token);
        read!["a"] = 3;

        Assert.Equal("""{"a":1}""", (await Host.SettingsStore.ReadAsync(SettingsDocument.RuntimeFlags, Token))?.ToJsonString());
    }

    [Fact]
    public async Task Writers_at_once_lose_no_field_of_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => Update($"field {i}", i), Token)));

        Assert.Equal(20, (await Host.SettingsStore.ReadAsync(SettingsDocument.RuntimeFlags, Token))?.Count);
    }

    private async Task Update(string field, int value) =>
        await Host.SettingsStore.UpdateAsync(SettingsDocument.RuntimeFlags, document => document[field] = value, Token);
}
