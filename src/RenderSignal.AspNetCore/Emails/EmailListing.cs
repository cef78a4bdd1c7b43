using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace RenderSignal.AspNetCore;

/// <summary>Reads which mails are wanted. What cannot be understood is refused by name: a list that is not the wanted one misleads.</summary>
internal static class EmailListing
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    private static readonly IReadOnlyDictionary<string, EmailStatus> Statuses = WireNames.For<EmailStatus>();
    private static readonly IReadOnlyDictionary<string, DecisionReason> Reasons = WireNames.For<DecisionReason>();

    /// <exception cref="RequestRejectedException">400.</exception>
    public static LedgerQuery Read(string? limit, string? before, string? decision, string? text)
    {
        var words = (decision ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.FirstOrDefault(word => !Statuses.ContainsKey(word) && !Reasons.ContainsKey(word)) is { } unknown)
        {
            throw Refused("decision", unknown, $"one or more of these, with commas: {string.Join(", ", Statuses.Keys.Concat(Reasons.Keys))}");
        }

        return new LedgerQuery
        {
            Limit = ReadLimit(limit),
            Before = ReadPlace(before),
            Statuses = [.. words.Where(Statuses.ContainsKey).Select(word => Statuses[word])],
            Reasons = [.. words.Where(Reasons.ContainsKey).Select(word => Reasons[word])],
            Text = text?.Trim() ?? "",
        };
    }

    private static int ReadLimit(string? text) =>
        string.IsNullOrWhiteSpace(text) ? DefaultLimit
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MaxLimit ? limit
        : throw Refused("limit", text, $"a whole number from 1 to {MaxLimit}");

    private static LedgerCursor? ReadPlace(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : LedgerCursor.TryParse(text) ?? throw Refused("before", text, "the next of an earlier answer, as it stood there");

    private static RequestRejectedException Refused(string name, string value, string expected) =>
        new(StatusCodes.Status400BadRequest, $"{name} is \"{PrintableText.For(value)}\": write {expected}.");
}
