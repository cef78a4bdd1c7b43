namespace RenderSignal.TestKit.Tests;

public class TempFolderTests
{
    [Fact]
    public void Is_there_until_it_is_disposed_and_takes_its_contents_along()
    {
        var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("a", "b"));
        File.WriteAllText(folder.File("a", "b", "c.txt"), "text");

        folder.Dispose();
        folder.Dispose();

        Assert.False(Directory.Exists(folder.FullPath));
    }
}
