using System.Text.Json.Nodes;
using NodaTime;

namespace RenderSignal.Abstractions.Tests;

/// <summary>A test with an editor over files of its own. Nothing that it logs may show an address's key.</summary>
public abstract class SettingsEditorTest : IAsyncDisposable
{
    protected const string Key = "secret-key";

    protected static readonly RenderSignalSettings Environment = new()
    {
        Webhooks = new WebhookSettings
        {
            Url = $"https://env.example.test/{Key}",
            PresenceTrueUrl = $"https://env.example.test/presence/{Key}",
            SslVerify = false,
            Window = new TimeWindow("8h00", "18h00"),
        },
        Polling = new PollingSettings
        {
            Senders = ["env@example.test"],
            Schedule = new PollingSchedule { ActiveDays = [5, 6], VacationStart = new LocalDate(2026, 8, 1), VacationEnd = new LocalDate(2026, 8, 15) },
        },
        Flags = new RuntimeFlags { DisableEmailIdDedup = true },
    };

    private protected StoreHost Host { get; } = new(configure: options => options.Settings = Environment);

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(Host.Warnings);
        Assert.All(Host.Messages, message => Assert.DoesNotContain(Key, message, StringComparison.Ordinal));
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static JsonObject Parse(string fields) => JsonNode.Parse(fields)!.AsObject();

    protected async Task<RenderSignalSettings> ChangeAsync(SettingsDocument document, string fields) =>
        (await Host.Editor.ChangeAsync(document, Parse(fields), Token)).Settings;
}
