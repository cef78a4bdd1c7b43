namespace RenderSignal.Dashboard.Tests;

/// <summary>Where tests leave what people may want to look at.</summary>
internal static class Artifacts
{
    private static readonly string Root = FindRoot();

    /// <summary>A file in <c>artifacts/screenshots</c> of the repository.</summary>
    public static string Screenshot(params ReadOnlySpan<string> parts) => Path.Combine([Root, "artifacts", "screenshots", .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "RenderSignal.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"RenderSignal.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
