using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>What may stand in the fields of the documents that hold more than one value.</summary>
internal static class ListFields
{
    /// <summary>Texts, trimmed, without the empty ones.</summary>
    public static FieldType<IReadOnlyList<string>> Keywords { get; } = new(Expectations.ListOfTexts, value =>
        value is JsonArray list && list.All(entry => FieldText.Of(entry) is not null)
            ? Reading<IReadOnlyList<string>>.Of([.. list.Select(FieldText.Of).OfType<string>().Where(text => text.Length > 0)])
            : Reading<IReadOnlyList<string>>.Refused);

    /// <summary>Priorities by address, both trimmed and in lower case.</summary>
    public static FieldType<IReadOnlyDictionary<string, SenderPriority>> Priorities { get; } = new(Expectations.Priorities, ReadPriorities);

    /// <summary>Weekdays. None: not set.</summary>
    public static FieldType<IReadOnlyList<int>> Days { get; } = new(Expectations.Weekdays, value =>
        Entries(value) is { Length: 0 } ? Reading<IReadOnlyList<int>>.Unset : Read(Entries(value), ReadDay));

    /// <summary>Addresses of senders, trimmed and in lower case. None: every sender.</summary>
    public static FieldType<IReadOnlyList<string>> Senders { get; } = new(Expectations.SenderAddresses, value =>
        value is null ? Reading<IReadOnlyList<string>>.Unset : Read(Entries(value), ReadSender));

    // The reference also stored text with commas.
    private static JsonNode?[]? Entries(JsonNode? value) => value switch
    {
        null => [],
        JsonArray list => [.. list],
        _ => FieldText.Of(value)?.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(part => JsonValue.Create(part)).ToArray(),
    };

    // What cannot be read is left out, as the reference does; if nothing else is there, the field is refused.
    private static Reading<IReadOnlyList<TEntry>> Read<TEntry>(JsonNode?[]? entries, Func<JsonNode?, Reading<TEntry>> read)
    {
        if (entries is null)
        {
            return Reading<IReadOnlyList<TEntry>>.Refused;
        }

        var readings = entries.Select(entry => (Entry: entry, Reading: read(entry))).ToLookup(entry => entry.Reading.HasValue);
        TEntry[] readable = [.. readings[true].Select(entry => entry.Reading.Value).Distinct()];
        return readable.Length == 0 && entries.Length > 0
            ? Reading<IReadOnlyList<TEntry>>.Refused
            : Reading<IReadOnlyList<TEntry>>.Of(readable, [.. readings[false].Select(entry => entry.Entry)]);
    }

    private static Reading<int> ReadDay(JsonNode? entry) =>
        PythonValue.ToInteger(entry) is { } day and >= 0 and <= 6 ? Reading<int>.Of((int)day) : Reading<int>.Refused;

    private static Reading<string> ReadSender(JsonNode? entry) =>
        FieldText.Of(entry)?.ToLowerInvariant() is { } text && text.IndexOf('@', StringComparison.Ordinal) is var at && at > 0 && at < text.Length - 1
            ? Reading<string>.Of(text)
            : Reading<string>.Refused;

    private static Reading<IReadOnlyDictionary<string, SenderPriority>> ReadPriorities(JsonNode? value)
    {
        if (value is not JsonObject senders)
        {
            return Reading<IReadOnlyDictionary<string, SenderPriority>>.Refused;
        }

        var priorities = new Dictionary<string, SenderPriority>();
        foreach (var (sender, level) in senders)
        {
            if (SenderPriorityNames.TryParse(FieldText.Of(level)) is not { } priority)
            {
                return Reading<IReadOnlyDictionary<string, SenderPriority>>.Refused;
            }

            priorities[sender.Trim().ToLowerInvariant()] = priority;
        }

        return Reading<IReadOnlyDictionary<string, SenderPriority>>.Of(priorities);
    }
}
