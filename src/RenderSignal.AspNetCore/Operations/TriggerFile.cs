using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RenderSignal.AspNetCore;

/// <summary>A file by which something on this machine leaves word for who asks next. Each is given out once.</summary>
internal sealed class TriggerFile(IOptions<RenderSignalOptions> options, ILogger<TriggerFile> logger)
{
    public const string Name = "local_workflow_trigger_signal.json";

    private readonly string _path = Path.GetFullPath(Path.Combine(options.Value.DataDirectory, Name));

    // The answer has one level more than the file.
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32 };

    /// <exception cref="IOException">The file is there and cannot be taken.</exception>
    public async Task<TriggerAnswer> TakeAsync()
    {
        if (!TryClaim(out var claimed))
        {
            return new(false, null);
        }

        try
        {
            // From here on nothing is cancelled: nobody else is given what was claimed.
            var payload = Parse(await ReadAsync(claimed), out var problem);
            OperationsLog.TriggerTaken(logger, Name, problem ?? "its content was given out");
            return new(true, payload);
        }
        catch (UnauthorizedAccessException)
        {
            OperationsLog.TriggerTaken(logger, Name, "its content may not be read by this process");
            return new(true, null);
        }
        finally
        {
            File.Delete(claimed);
        }
    }

    /// <summary>By one rename: of two callers one gets the file.</summary>
    private bool TryClaim([NotNullWhen(true)] out string? claimed)
    {
        claimed = $"{_path}.{Guid.NewGuid():N}";
        try
        {
            File.Move(_path, claimed, overwrite: true);
            return true;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{Name} is there and cannot be taken: let this process write in the folder that RENDERSIGNAL_DATA names.", exception);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(string path)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var buffer = new byte[JsonBody.MaxLength + 1];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false);
        return buffer.AsMemory(0, length);
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> content, out string? problem)
    {
        problem = content.Length > JsonBody.MaxLength ? $"it is larger than {JsonBody.MaxLength / 1024} KB, and only that it was there is told" : null;
        if (problem is not null)
        {
            return null;
        }

        try
        {
            var start = content.Span.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            using var document = JsonDocument.Parse(content[start..], Limits);
            _ = JsonSerializer.SerializeToUtf8Bytes(document, ApiJson.Options); // texts that are no Unicode are found only now
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            problem = "it is not JSON, and only that it was there is told";
            return null;
        }
    }
}
