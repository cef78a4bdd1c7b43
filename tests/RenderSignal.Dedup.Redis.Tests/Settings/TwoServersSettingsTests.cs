using System.Text.Json.Nodes;

namespace RenderSignal.Dedup.Redis.Tests;

public sealed class TwoServersSettingsTests : RedisTest
{
    private const SettingsDocument Document = SettingsDocument.ProcessingPrefs;

    [Fact]
    public async Task Of_editors_on_two_servers_who_change_one_version_one_succeeds()
    {
        var editors = new[] { Run().SettingsEditor, RunElsewhere().SettingsEditor };
        for (var round = 1; round <= 10; round++)
        {
            var version = await editors[round % 2].GetVersionAsync(Document, Cancellation);
            Assert.Equal(version, await editors[(round + 1) % 2].GetVersionAsync(Document, Cancellation));

            var stored = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => TryAsync(editors[i % 2], (round * 10) + i, version), Cancellation)));

            Assert.Single(stored, success => success);
        }

        Log.AssertNoWarnings();
    }

    private static async Task<bool> TryAsync(ISettingsEditor editor, int limit, string version)
    {
        try
        {
            await editor.ChangeAsync(Document, new JsonObject { ["rate_limit_per_hour"] = limit }, version, Cancellation);
            return true;
        }
        catch (SettingsConflictException)
        {
            return false;
        }
    }
}
