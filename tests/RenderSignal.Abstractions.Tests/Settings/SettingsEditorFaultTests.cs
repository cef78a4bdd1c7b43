using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

public sealed class SettingsEditorFaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_that_was_stored_is_answered_although_nothing_can_be_read_any_more()
    {
        var store = new StoreThatFailsAfterAWrite();
        await using var services = Build(store);

        var change = await services.GetRequiredService<ISettingsEditor>().ChangeAsync(
            SettingsDocument.WebhookConfig,
            JsonNode.Parse("""{"presence_flag": true, "webhook_time_start": "09:00", "webhook_time_end": "17:00"}""")!.AsObject(),
            Token);

        Assert.Equal((true, "09:00", "17:00"), (change.Settings.Webhooks.PresenceFlag, change.Settings.Webhooks.Window.StartText, change.Settings.Webhooks.Window.EndText));
        Assert.Equal(SettingsVersion.Of(store.Written), change.Version);
    }

    [Fact]
    public async Task While_nothing_can_be_read_nothing_is_stored()
    {
        var store = new StoreThatFailsAfterAWrite { IsBroken = true };
        await using var services = Build(store);

        await Assert.ThrowsAsync<IOException>(() => services.GetRequiredService<ISettingsEditor>().ChangeAsync(
            SettingsDocument.RuntimeFlags, new JsonObject { ["disable_email_id_dedup"] = true }, Token));

        Assert.Null(store.Written);
    }

    private static ServiceProvider Build(ISettingsStore store)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IClock>(SystemClock.Instance);
        services.AddSingleton(store);
        services.AddOptions<RenderSignalOptions>();
        StoreRegistration.AddSettings(services);
        return services.BuildServiceProvider();
    }

    private sealed class StoreThatFailsAfterAWrite : ISettingsStore
    {
        public bool IsBroken { get; set; }

        /// <summary>The first document that was written.</summary>
        public JsonObject? Written { get; private set; }

        public ValueTask<JsonObject?> ReadAsync(SettingsDocument document, CancellationToken cancellationToken) =>
            IsBroken ? throw new IOException("The disk is gone.") : ValueTask.FromResult<JsonObject?>(null);

        public ValueTask<JsonObject> UpdateAsync(SettingsDocument document, Action<JsonObject> change, CancellationToken cancellationToken)
        {
            var content = new JsonObject();
            change(content);
            IsBroken = true;
            Written ??= content;
            return ValueTask.FromResult(content);
        }
    }
}
