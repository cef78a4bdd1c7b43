namespace RenderSignal;

/// <summary>Keys in the data folder, one file <c>session-key-NAME.xml</c> for each; on Unix only their owner may read them.</summary>
internal sealed class FileKeyRingStore(DataFolder folder) : IKeyRingStore
{
    private const string Prefix = "session-key-";
    private const string Suffix = ".xml";

    public IReadOnlyList<string> ReadAll() => folder.Exists
        ? [.. Directory.EnumerateFiles(folder.PathOf(""), $"{Prefix}*{Suffix}").Order(StringComparer.Ordinal).Select(File.ReadAllText)]
        : [];

    public void Write(string name, string xml)
    {
        if (name.Length == 0 || !name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-'))
        {
            throw new ArgumentException($"'{name}' is no name of a key: letters, digits and hyphens.", nameof(name));
        }

        var path = folder.PathOf($"{Prefix}{name}{Suffix}");
        folder.Write(() =>
        {
            File.Move(DataFile.WriteBeside(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(xml))), path, overwrite: true);
            return path;
        });
    }
}
