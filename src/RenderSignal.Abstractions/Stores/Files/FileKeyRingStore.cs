using System.Text;

namespace RenderSignal;

/// <summary>Keys in the data folder, one file <c>session-key-NAME.xml</c> for each; on Unix only their owner may read them.</summary>
internal sealed class FileKeyRingStore(DataFolder folder) : IKeyRingStore
{
    private const string Prefix = "session-key-";
    private const string Suffix = ".xml";

    public IReadOnlyDictionary<string, string> ReadAll() => folder.Exists
        ? Directory.EnumerateFiles(folder.PathOf(""), $"{Prefix}*{Suffix}").ToDictionary(NameOf, File.ReadAllText, StringComparer.Ordinal)
        : [];

    public void Write(string name, string xml)
    {
        KeyName.ThrowIfNone(name);
        var path = folder.PathOf($"{Prefix}{name}{Suffix}");
        folder.Write(() =>
        {
            File.Move(DataFile.WriteBeside(path, stream => stream.Write(Encoding.UTF8.GetBytes(xml))), path, overwrite: true);
            return path;
        });
    }

    private static string NameOf(string path) => Path.GetFileName(path)[Prefix.Length..^Suffix.Length];
}
