using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace RenderSignal.AspNetCore;

/// <summary>A file of the dashboard, with what a browser would rather have of it: the same, compressed.</summary>
internal sealed class Asset(string path, byte[] content)
{
    private readonly Lazy<byte[]> _brotli = new(() => Compress(content, stream => new BrotliStream(stream, CompressionLevel.Optimal)));
    private readonly Lazy<byte[]> _gzip = new(() => Compress(content, stream => new GZipStream(stream, CompressionLevel.Optimal)));

    public string Path { get; } = path;

    public byte[] Content { get; } = content;

    public string ContentType => System.IO.Path.GetExtension(Path) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".json" => "application/json; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };

    /// <summary>The content, in an encoding that the browser accepts.</summary>
    /// <param name="accepted">Its <c>Accept-Encoding</c>.</param>
    public (byte[] Body, string? Encoding) For(IList<StringWithQualityHeaderValue> accepted) =>
        Takes(accepted, "br") ? (_brotli.Value, "br")
        : Takes(accepted, "gzip") ? (_gzip.Value, "gzip")
        : (Content, null);

    private static bool Takes(IList<StringWithQualityHeaderValue> accepted, string encoding) =>
        accepted.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0);

    private static byte[] Compress(byte[] content, Func<Stream, Stream> compressTo)
    {
        using var compressed = new MemoryStream();
        using (var stream = compressTo(compressed))
        {
            stream.Write(content);
        }

        return compressed.ToArray();
    }
}
