namespace RenderSignal.Chaos.Tests;

/// <summary>What a receiver saw, seen as a whole.</summary>
internal sealed class DeliveryHistory(IReadOnlyList<Delivery> deliveries, IReadOnlyDictionary<string, TimeSpan> mails)
{
    private readonly IReadOnlyList<Delivery> _known = [.. deliveries.Where(delivery => delivery.Subject.Length > 0)];

    public int Mails => mails.Count;

    public int Deliveries => deliveries.Count;

    /// <summary>The mails that no delivery of was accepted.</summary>
    public IReadOnlyList<string> Missing =>
        [.. mails.Keys.Except(deliveries.Where(delivery => delivery.IsAccepted).Select(delivery => delivery.Subject))];

    /// <summary>Deliveries that began although one of the same id had been accepted.</summary>
    public IReadOnlyList<Delivery> Duplicates =>
    [
        .. deliveries.GroupBy(delivery => delivery.Id).SelectMany(same =>
            same.Where(delivery => same.Any(other => other != delivery && other.IsAccepted && other.EndedAt <= delivery.BeganAt))),
    ];

    /// <summary>The duplicates that no surprise of the server that had sent the mail accounts for: each does for one, the first after the mail was sent.</summary>
    public IReadOnlyList<Delivery> Unaccounted(IReadOnlyList<Surprise> surprises)
    {
        var left = surprises.ToList();
        return
        [
            .. Duplicates.OrderBy(duplicate => duplicate.BeganAt).Where(duplicate =>
            {
                var sent = deliveries.Where(delivery => delivery.Id == duplicate.Id && delivery.IsAccepted && delivery.EndedAt <= duplicate.BeganAt).MaxBy(delivery => delivery.EndedAt)!;
                var next = surprises.Where(surprise => surprise.Server == sent.Sender && surprise.At >= sent.BeganAt).MinBy(surprise => surprise.At);
                return next is null || !left.Remove(next);
            }),
        ];
    }

    /// <summary>Pairs of deliveries of one id that were in flight at once.</summary>
    public IReadOnlyList<(Delivery First, Delivery Second)> Overlaps =>
    [
        .. deliveries.GroupBy(delivery => delivery.Id).SelectMany(same => same.OrderBy(delivery => delivery.BeganAt).ToList() is var ordered
            ? ordered.SelectMany((first, index) => ordered.Skip(index + 1).Where(second => second.BeganAt < first.EndedAt).Select(second => (first, second)))
            : []),
    ];

    /// <summary>Mails that had several ids, and ids that several mails had.</summary>
    public IReadOnlyList<string> Confusions =>
    [
        .. _known.GroupBy(delivery => delivery.Subject).Where(same => same.Select(delivery => delivery.Id).Distinct().Count() > 1)
            .Select(same => $"'{same.Key}' had the ids {string.Join(", ", same.Select(delivery => delivery.Id).Distinct())}"),
        .. _known.GroupBy(delivery => delivery.Id).Where(same => same.Select(delivery => delivery.Subject).Distinct().Count() > 1)
            .Select(same => $"{same.Key} was the id of {string.Join(", ", same.Select(delivery => $"'{delivery.Subject}'").Distinct())}"),
    ];

    /// <summary>The longest time without an accepted delivery while a mail waited for its first.</summary>
    public TimeSpan LongestGap
    {
        get
        {
            var first = deliveries.Where(delivery => delivery.IsAccepted).GroupBy(delivery => delivery.Subject)
                .Select(same => (Waits: mails.GetValueOrDefault(same.Key), Accepted: same.Min(delivery => delivery.EndedAt)))
                .OrderBy(mail => mail.Accepted).ToList();
            var longest = TimeSpan.Zero;
            var waits = TimeSpan.MaxValue;
            for (var index = first.Count - 1; index >= 0; index--)
            {
                // Of all that were accepted now or later, the one that waits longest.
                waits = waits < first[index].Waits ? waits : first[index].Waits;
                var before = index == 0 ? TimeSpan.Zero : first[index - 1].Accepted;
                var gap = first[index].Accepted - (before > waits ? before : waits);
                longest = gap > longest ? gap : longest;
            }

            return longest;
        }
    }
}
