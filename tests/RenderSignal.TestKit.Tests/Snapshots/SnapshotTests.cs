namespace RenderSignal.TestKit.Tests;

public sealed class SnapshotTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_verified_file_lies_beside_the_test() => Snapshot.Match("first\r\nsecond\r\n");

    [Fact]
    public void A_missing_file_fails_and_the_received_text_is_written()
    {
        var failure = Assert.Throws<ExpectationException>(() => Snapshot.Match("text", _folder.File("SomeTests.cs"), "Method"));

        Assert.Contains("Nothing is verified yet", failure.Message, StringComparison.Ordinal);
        Assert.Equal("text", File.ReadAllText(_folder.File("SomeTests.Method.received.txt")));
    }

    [Fact]
    public void A_difference_fails_with_the_lines_that_differ_until_it_is_accepted()
    {
        File.WriteAllText(_folder.File("SomeTests.Method.verified.txt"), "1\n2\n3\n4\nold\n6\n7\n8\n9\n10");
        const string actual = "1\n2\n3\n4\nnew\nmore\n6\n7\n8\n9\n10";

        var failure = Assert.Throws<ExpectationException>(() => Snapshot.Match(actual, _folder.File("SomeTests.cs"), "Method"));

        Assert.EndsWith("@@ line 5 @@\n  2\n  3\n  4\n- old\n+ new\n+ more\n  6\n  7\n  8\n", failure.Message, StringComparison.Ordinal);
        File.Move(_folder.File("SomeTests.Method.received.txt"), _folder.File("SomeTests.Method.verified.txt"), overwrite: true);
        Snapshot.Match(actual, _folder.File("SomeTests.cs"), "Method");
    }

    [Fact]
    public void A_match_removes_what_an_earlier_run_received()
    {
        File.WriteAllText(_folder.File("SomeTests.Method.verified.txt"), "text");
        File.WriteAllText(_folder.File("SomeTests.Method.received.txt"), "old");

        Snapshot.Match("text", _folder.File("SomeTests.cs"), "Method");

        Assert.False(File.Exists(_folder.File("SomeTests.Method.received.txt")));
    }
}
