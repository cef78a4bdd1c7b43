namespace RenderSignal;

/// <summary>What is to be written into fields; each fits after "write".</summary>
internal static class Expectations
{
    public static Phrase TrueOrFalse { get; } = new("true_or_false", "true or false");

    public static Phrase Date { get; } = new("date", "a date like 2026-12-24, or null");

    public static Phrase TimeOfDay { get; } = new("time_of_day", "a time like 09h30 or 09:30, or null in both fields to be always open");

    public static Phrase ReceiverAddress { get; } =
        new("receiver_address", "an https address (http on this machine only), or null for the one of the environment");

    public static Phrase MakeHook { get; } =
        new("make_hook", "a full https address, TOKEN@hook.eu2.make.com or TOKEN, or null for the one of the environment");

    public static Phrase ListOfTexts { get; } = new("list_of_texts", "a list of texts");

    public static Phrase Priorities { get; } =
        new("priorities", """an object like {"buyer@example.com": "high"}, with high, medium or low""");

    public static Phrase Weekdays { get; } = new("weekdays", "a list of weekdays, 0 (Monday) to 6 (Sunday)");

    public static Phrase SenderAddresses { get; } = new("sender_addresses", "a list of e-mail addresses");

    public static Phrase WholeAddress { get; } = new("masked_address_of_another", "the whole address");

    public static Phrase LaterVacationEnd { get; } = new("vacation_ends_before_start", "a later day, or null in both fields for no vacation");

    public static Phrase BothSidesOfWindow { get; } =
        new("window_side_missing", "both sides of the window, or both as empty texts to be always open");

    /// <summary>Bounds inclusive.</summary>
    public static Phrase WholeNumber(int min, int max) =>
        new Phrase("whole_number", $"a whole number from {min} to {max}").With("min", min).With("max", max);

    public static Phrase Size(int max) => new Phrase("size", $"a whole number from 1 to {max}, or null").With("max", max);
}
