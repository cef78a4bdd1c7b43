namespace RenderSignal.AspNetCore;

/// <summary>What is to be sent with an export or an import; each fits after "write".</summary>
internal static class TransferExpectations
{
    public static Phrase PassphraseOfFile { get; } = new("passphrase_of_file", "the passphrase that the file was exported with");

    public static Phrase ExportedFile { get; } = new("exported_file", "a file that this version of RenderSignal exported");

    public static Phrase NewPassphrase(int min, int max) =>
        new Phrase("new_passphrase", $"{min} to {max} characters, or none to leave the webhook addresses out").With("min", min).With("max", max);
}
