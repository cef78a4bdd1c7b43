using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace RenderSignal;

/// <summary>What may stand in the fields of the documents.</summary>
internal static class FieldTypes
{
    /// <summary>Any value, by Python's truth.</summary>
    public static FieldType<bool> Truth { get; } = new(Expectations.TrueOrFalse, value => Reading<bool>.Of(PythonValue.IsTrue(value)));

    /// <summary>A switch that is not guessed at: <c>"false"</c> is not on.</summary>
    public static FieldType<bool> Switch { get; } = new(Expectations.TrueOrFalse, value => value switch
    {
        null => Reading<bool>.Unset,
        JsonValue when BooleanText.TryParse(value.ToString()) is { } on => Reading<bool>.Of(on),
        _ => Reading<bool>.Refused,
    });

    /// <summary>A whole number within bounds, both inclusive.</summary>
    public static FieldType<int> WholeNumber(int min, int max) => new(Expectations.WholeNumber(min, max), value =>
        PythonValue.ToInteger(value) is { } number && number >= min && number <= max ? Reading<int>.Of((int)number) : Reading<int>.Refused);

    /// <summary>A whole number of 1 or more, or null.</summary>
    public static FieldType<int?> OptionalSize { get; } = new(Expectations.Size(int.MaxValue), value =>
        value is null ? Reading<int?>.Of(null)
        : PythonValue.ToInteger(value) is { } number and >= 1 and <= int.MaxValue ? Reading<int?>.Of((int)number)
        : Reading<int?>.Refused);

    /// <summary>A day, or null.</summary>
    public static FieldType<LocalDate?> Date { get; } = new(Expectations.Date, value =>
        FieldText.IsBlank(value) ? Reading<LocalDate?>.Of(null)
        : FieldText.Of(value) is { } text && LocalDatePattern.Iso.Parse(text) is { Success: true } day ? Reading<LocalDate?>.Of(day.Value)
        : Reading<LocalDate?>.Refused)
    {
        Write = day => day is { } value ? LocalDatePattern.Iso.Format(value) : null,
    };

    /// <summary>A receiver that <see cref="WebhookAddress.IsAllowed"/>.</summary>
    public static FieldType<string> Receiver { get; } = Address(
        Expectations.ReceiverAddress, text => WebhookAddress.IsAllowed(text) ? text : null);

    /// <summary>A Make.com hook.</summary>
    public static FieldType<string> MakeHook { get; } = Address(
        Expectations.MakeHook,
        text => WebhookAddress.NormalizeMakeHook(text) is { } address && WebhookAddress.IsAllowed(address) ? address : null);

    private static FieldType<string> Address(Phrase expected, Func<string, string?> normalize) => new(expected, value =>
        FieldText.IsBlank(value) ? Reading<string>.Unset
        : FieldText.Of(value) is { } text && normalize(text) is { } address ? Reading<string>.Of(address)
        : Reading<string>.Refused)
    {
        IsAddress = true,
    };
}
