namespace RenderSignal.Abstractions.Tests;

public sealed class FileKeyRingStoreTests() : KeyRingStoreContract<StoreHost>(new(StoreKind.Files))
{
    [Fact]
    public async Task A_restart_holds_the_keys()
    {
        Host.KeyRing.Write("key-1", "<key />");

        await Host.RestartAsync();

        Assert.Equal("<key />", Assert.Single(Host.KeyRing.ReadAll(), key => key.Key == "key-1").Value);
    }

    [Fact]
    public void A_key_is_a_file_that_only_its_owner_may_read()
    {
        Host.KeyRing.Write("key-1", "<key>first</key>");
        Host.KeyRing.Write("key-1", "<key />");

        Assert.Equal([Host.PathOf("session-key-key-1.xml")], Directory.GetFiles(Host.PathOf("")));
        Assert.Equal("<key />", File.ReadAllText(Host.PathOf("session-key-key-1.xml")));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Host.PathOf("session-key-key-1.xml")));
        }
    }

    [Fact]
    public void A_folder_that_was_never_written_needs_no_creation_to_be_read()
    {
        Assert.Empty(Host.KeyRing.ReadAll());

        Assert.False(Directory.Exists(Host.PathOf("")));
    }

    [Fact]
    public void Other_files_of_the_folder_are_no_keys()
    {
        Host.Put("session-key-key-1.xml.tmp", "torn");
        Host.Put("runtime_flags.json", "{}");

        Assert.Empty(Host.KeyRing.ReadAll());
    }
}
