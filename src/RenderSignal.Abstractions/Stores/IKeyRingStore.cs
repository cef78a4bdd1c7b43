namespace RenderSignal;

/// <summary>
/// Keeps the keys that sessions are signed with, so that they survive a restart. Synchronous, because ASP.NET Core's Data Protection,
/// for which it is there, asks so; safe for concurrent use.
/// </summary>
public interface IKeyRingStore
{
    /// <summary>All keys by their names: XML documents.</summary>
    IReadOnlyDictionary<string, string> ReadAll();

    /// <summary>Keeps a key.</summary>
    /// <param name="name">A name for it: letters, digits and hyphens. A key of the same name is replaced.</param>
    /// <param name="xml">The key.</param>
    /// <exception cref="ArgumentException">The name is none.</exception>
    /// <exception cref="IOException">The key cannot be kept; the message says where, and what to do.</exception>
    void Write(string name, string xml);
}
