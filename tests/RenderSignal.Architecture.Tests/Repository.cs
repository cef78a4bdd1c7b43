namespace RenderSignal.Architecture.Tests;

/// <summary>The files of the repository that this test was built from.</summary>
internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string PathOf(string relativePath) => Path.Combine(Root, relativePath);

    /// <summary>Source files of a folder, without what the build writes.</summary>
    public static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories).Where(file => !IsBuilt(file));

    public static string Relative(string file) => Path.GetRelativePath(Root, file);

    private static bool IsBuilt(string file) => Relative(file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

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
