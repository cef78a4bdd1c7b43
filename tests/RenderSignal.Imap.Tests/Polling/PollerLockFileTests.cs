using RenderSignal.TestKit;

namespace RenderSignal.Imap.Tests;

public sealed class PollerLockFileTests
{
    [Fact]
    public async Task A_lock_is_held_by_one_until_it_is_given_back()
    {
        using var folder = new TempFolder();
        var file = folder.File("new", "poller.lock");
        await using (var first = PollerLockFile.TryAcquire(file))
        {
            Assert.NotNull(first);
            Assert.Null(PollerLockFile.TryAcquire(file));
        }

        await using var second = PollerLockFile.TryAcquire(file);
        Assert.NotNull(second);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_not_taken_for_a_held_lock()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.File("poller.lock"));
        Assert.Throws<UnauthorizedAccessException>(() => PollerLockFile.TryAcquire(folder.File("poller.lock")));
        File.WriteAllText(folder.File("file"), "");
        Assert.ThrowsAny<IOException>(() => PollerLockFile.TryAcquire(folder.File("file", "poller.lock")));
    }

    [Fact]
    public void Each_mailbox_has_a_lock_of_its_own_unless_a_file_is_named()
    {
        var polling = new PollingOptions();
        var one = PollerLockFile.PathFor(polling, new ImapOptions { Host = "imap.mail.test", User = "one@mail.test" });
        var other = PollerLockFile.PathFor(polling, new ImapOptions { Host = "imap.mail.test", User = "two@mail.test" });
        Assert.NotEqual(one, other);
        Assert.Equal(Path.GetTempPath(), Path.GetDirectoryName(one) + "/");
        Assert.Equal("/run/x.lock", PollerLockFile.PathFor(new PollingOptions { LockFile = "/run/x.lock" }, new ImapOptions()));
    }
}
