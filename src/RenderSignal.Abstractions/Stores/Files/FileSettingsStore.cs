using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>Settings in the data folder, one file <c>NAME.json</c> for each document. Read anew every time, so that a file changed by hand is obeyed at once.</summary>
internal sealed class FileSettingsStore(DataFolder folder, TimeProvider time) : ISettingsStore, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(20);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    // Accents as they are: people read and change these files.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SemaphoreSlim _gate = new(1, 1);

    public async ValueTask<JsonObject?> ReadAsync(SettingsDocument document, CancellationToken cancellationToken)
    {
        var path = PathOf(document);
        try
        {
            await using var stream = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: false);
            return await JsonNode.ParseAsync(stream, documentOptions: Strict, cancellationToken: cancellationToken) as JsonObject
                ?? throw new SettingsDocumentException($"{path} holds no JSON object: write {{…}}, or delete the file.");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (JsonException e)
        {
            throw new SettingsDocumentException($"{path} is not JSON: {e.Message} Correct it, or delete the file.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingsDocumentException($"{path} cannot be read: {e.Message} Let this process read it, or delete the file.", e);
        }
    }

    public async ValueTask<JsonObject> UpdateAsync(SettingsDocument document, Action<JsonObject> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await using var claim = await LockAsync(cancellationToken);
            var content = await ReadAsync(document, cancellationToken) ?? [];
            change(content);
            var path = PathOf(document);
            folder.Write(() =>
            {
                File.Move(DataFile.WriteBeside(path, stream => JsonSerializer.Serialize(stream, content, Readable)), path, overwrite: true);
                return path;
            });
            return content;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private string PathOf(SettingsDocument document) => folder.PathOf($"{document.StoredName()}.json");

    private async Task<FileStream> LockAsync(CancellationToken cancellationToken)
    {
        var path = folder.PathOf("settings.lock");
        var started = time.GetTimestamp();
        while (true)
        {
            if (folder.Write(() => DataFile.TryLock(path)) is { } claim)
            {
                return claim;
            }

            if (time.GetElapsedTime(started) >= LongestWait)
            {
                throw new IOException($"Another process has held {path} for {LongestWait.TotalSeconds} seconds. Stop it, or set RENDERSIGNAL_DATA to another folder.");
            }

            await Task.Delay(BetweenTries, time, cancellationToken);
        }
    }
}
