using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace RenderSignal.AspNetCore;

/// <summary>
/// What the pages are made of: scripts, styles and texts, from this assembly. Their addresses carry a hash of all of them, so that
/// browsers keep them for good. The dashboard's scripts and styles are there once more, each as one file.
/// </summary>
internal static class Assets
{
    public const string Pattern = "/assets/{version}/{**path}";

    /// <summary>All of the dashboard's scripts.</summary>
    public const string Script = "dashboard.js";

    /// <summary>All of the dashboard's own styles.</summary>
    public const string Style = "dashboard.css";

    private const string ResourcePrefix = "assets/";

    private static readonly SortedDictionary<string, Asset> All = Load();

    /// <summary>Changes with any file.</summary>
    public static string Version { get; } = Hash();

    /// <summary>The paths of all files of a kind.</summary>
    /// <param name="folder">Where they lie, with a slash at the end.</param>
    /// <param name="extension"><c>.json</c>, say.</param>
    public static IEnumerable<string> List(string folder, string extension) =>
        All.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal) && path.EndsWith(extension, StringComparison.Ordinal));

    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public static ReadOnlySpan<byte> Read(string path) => All[path].Content;

    public static string AddressOf(HttpContext context, string path) => MountPoint.AddressOf(context, $"/assets/{Version}/{path}");

    public static IResult Get(HttpContext context, string version, string path = "")
    {
        if (!All.TryGetValue(path, out var asset))
        {
            return Failure.Result(StatusCodes.Status404NotFound, $"The dashboard has no file \"{PrintableText.For(path)}\".");
        }

        // A page of an earlier version that asks for the rest of itself gets what there is now, for once.
        var headers = context.Response.Headers;
        headers.CacheControl = version == Version ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        var (body, encoding) = asset.For(context.Request.GetTypedHeaders().AcceptEncoding);
        headers.ContentEncoding = encoding;
        return Results.Bytes(body, asset.ContentType);
    }

    private static SortedDictionary<string, Asset> Load()
    {
        var assembly = typeof(Assets).Assembly;
        var assets = new SortedDictionary<string, Asset>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            using var content = new MemoryStream();
            resource.CopyTo(content);
            Add(name[ResourcePrefix.Length..].Replace('\\', '/'), content.ToArray()); // built on Windows
        }

        var styles = assets.Keys.Where(path => path.StartsWith("styles/dashboard/", StringComparison.Ordinal)).Select(Read).ToList();
        Add(Script, Encoding.UTF8.GetBytes(ModuleBundle.Compose("app.js", Read)));
        Add(Style, Encoding.UTF8.GetBytes(string.Join('\n', styles)));
        return assets;

        void Add(string path, byte[] content) => assets.Add(path, new Asset(path, content));

        string Read(string path) => Encoding.UTF8.GetString(assets[path].Content);
    }

    private static string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var asset in All.Values)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{asset.Path}\n{asset.Content.Length}\n"));
            hash.AppendData(asset.Content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
