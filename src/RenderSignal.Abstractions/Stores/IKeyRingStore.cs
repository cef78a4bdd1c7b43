namespace RenderSignal;

/// <summary>
/// Keeps the keys that sessions are signed with, so that they survive a restart. Synchronous, because ASP.NET Core's Data Protection,
/// for which it is there, asks so; safe for concurrent use.
/// </summary>
public interface IKeyRingStore
{
    /// <summary>All keys: XML documents.</summary>
    IReadOnlyList<string> ReadAll();

    /// <summary>Keeps a key.</summary>
    /// <param name="name">A name for it: letters, digits and hyphens. A key of the same name is replaced.</param>
    /// <param name="xml">The key.</param>
    void Write(string name, string xml);
}
