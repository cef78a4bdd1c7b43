using Microsoft.Extensions.DependencyInjection;

namespace RenderSignal.Abstractions.Tests;

public sealed class FileSettingsStoreTests() : SettingsStoreContract<StoreHost>(new(StoreKind.Files))
{
    [Theory]
    [InlineData(SettingsDocument.WebhookConfig, "webhook_config.json")]
    [InlineData(SettingsDocument.WebhookTimeWindow, "webhook_time_window.json")]
    [InlineData(SettingsDocument.PollingConfig, "polling_config.json")]
    [InlineData(SettingsDocument.ProcessingPrefs, "processing_prefs.json")]
    [InlineData(SettingsDocument.RuntimeFlags, "runtime_flags.json")]
    public async Task Each_document_is_an_indented_file_of_the_reference_s_name(SettingsDocument document, string fileName)
    {
        await Host.SettingsStore.UpdateAsync(document, content => content["é"] = "à", Token);

        Assert.Equal("{\n  \"é\": \"à\"\n}", (await File.ReadAllTextAsync(Host.PathOf(fileName), Token)).ReplaceLineEndings("\n"));
        Assert.False(File.Exists(Host.PathOf(fileName + ".tmp")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Host.PathOf(fileName)));
        }
    }

    [Fact]
    public async Task A_file_written_by_hand_is_read_at_once_and_its_unknown_fields_are_kept()
    {
        Host.Put("runtime_flags.json", "\ufeff{\"mine\": {\"x\": [1, 2.50]}, \"disable_email_id_dedup\": true}\r\n");

        await Host.SettingsStore.UpdateAsync(SettingsDocument.RuntimeFlags, content => content["disable_email_id_dedup"] = false, Token);
        await Host.RestartAsync();

        Assert.Equal(
            """{"mine":{"x":[1,2.50]},"disable_email_id_dedup":false}""",
            (await Host.SettingsStore.ReadAsync(SettingsDocument.RuntimeFlags, Token))?.ToJsonString());
    }

    [Theory]
    [InlineData("{\"a\": 1")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"a\": 1, \"a\": 2}")]
    public async Task What_is_no_JSON_object_is_refused_with_the_file_s_name_and_never_overwritten(string content)
    {
        Host.Put("polling_config.json", content);

        var refused = await Assert.ThrowsAsync<SettingsDocumentException>(async () => await Host.SettingsStore.ReadAsync(SettingsDocument.PollingConfig, Token));
        await Assert.ThrowsAsync<SettingsDocumentException>(async () => await Host.SettingsStore.UpdateAsync(SettingsDocument.PollingConfig, _ => { }, Token));

        Assert.Contains(Host.PathOf("polling_config.json"), refused.Message, StringComparison.Ordinal);
        Assert.Contains("delete the file", refused.Message, StringComparison.Ordinal);
        Assert.Equal(content, await File.ReadAllTextAsync(Host.PathOf("polling_config.json"), Token));
    }

    [Fact]
    public async Task Two_processes_at_once_lose_no_field_of_each_other()
    {
        await using var other = Host.Build();
        ISettingsStore[] stores = [Host.SettingsStore, other.GetRequiredService<ISettingsStore>()];

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(
            async () => await stores[i % 2].UpdateAsync(SettingsDocument.RuntimeFlags, content => content[$"field {i}"] = i, Token), Token)));

        Assert.Equal(40, (await Host.SettingsStore.ReadAsync(SettingsDocument.RuntimeFlags, Token))?.Count);
    }

    [Fact]
    public async Task A_folder_that_was_never_written_needs_no_creation_to_be_read()
    {
        Assert.Null(await Host.SettingsStore.ReadAsync(SettingsDocument.RuntimeFlags, Token));

        Assert.False(Directory.Exists(Host.PathOf("")));
    }
}
