using System.Text.Json;

namespace RenderSignal;

/// <summary>The JSON of <see cref="LedgerRecord"/> as the file journal has it: for stores that keep records elsewhere.</summary>
public static class LedgerRecordJson
{
    /// <summary>The record as one line of JSON; half a character becomes U+FFFD.</summary>
    public static string Write(LedgerRecord record) => JsonSerializer.Serialize(record, StoreJson.Readable.LedgerRecord);

    /// <summary>Reads <see cref="Write"/>'s form. Fields that are not known, of a later version, are ignored.</summary>
    /// <exception cref="JsonException">It is no record.</exception>
    public static LedgerRecord Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, StoreJson.Readable.LedgerRecord) ?? throw new JsonException("null is no record.");
}
