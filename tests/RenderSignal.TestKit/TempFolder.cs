namespace RenderSignal.TestKit;

/// <summary>A fresh folder of its own, deleted with everything in it when disposed.</summary>
public sealed class TempFolder : IDisposable
{
    private const int DeleteAttempts = 5;

    public TempFolder() => FullPath = Directory.CreateTempSubdirectory("rendersignal-").FullName;

    public string FullPath { get; }

    /// <summary>The path of a file or folder in it; nothing is created.</summary>
    public string File(params ReadOnlySpan<string> parts) => Path.Combine([FullPath, .. parts]);

    public void Dispose()
    {
        for (var attempt = 1; Directory.Exists(FullPath); attempt++)
        {
            try
            {
                Directory.Delete(FullPath, recursive: true);
            }
            catch (IOException) when (attempt < DeleteAttempts)
            {
                // Somebody wrote a file between the emptying and the removal.
            }
        }
    }

    public override string ToString() => FullPath;
}
