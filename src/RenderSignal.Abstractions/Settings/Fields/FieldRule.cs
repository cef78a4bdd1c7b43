using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>How a document's field changes the settings.</summary>
internal abstract class FieldRule<TSettings>(string field)
{
    public string Field { get; } = field;

    /// <summary>Lays the field's value over the settings.</summary>
    public abstract TSettings Apply(JsonNode? value, TSettings below, Action<FieldProblem> complain);

    /// <summary>Puts the field's value into a document; null takes it out.</summary>
    /// <exception cref="SettingsRejectedException">It cannot be understood.</exception>
    public abstract void Store(JsonNode? value, JsonObject document, TSettings current, Action<FieldProblem> leaveOut);

    public static FieldRule<TSettings> For<TValue>(string field, FieldType<TValue> type, Func<TSettings, TValue, TSettings> set) =>
        new Typed<TValue>(field, type, set, null);

    /// <summary>A webhook address: shown masked, and left as it is when the masked text comes back.</summary>
    public static FieldRule<TSettings> ForAddress(
        string field, FieldType<string> type, Func<TSettings, string?> get, Func<TSettings, string, TSettings> set) => new Typed<string>(field, type, set, get);

    private sealed class Typed<TValue>(
        string field, FieldType<TValue> type, Func<TSettings, TValue, TSettings> set, Func<TSettings, string?>? getAddress) : FieldRule<TSettings>(field)
    {
        public override void Store(JsonNode? value, JsonObject document, TSettings current, Action<FieldProblem> leaveOut)
        {
            if (getAddress is not null && FieldText.Of(value) is { } text && WebhookAddress.IsMasked(text))
            {
                if (getAddress(current) is { } address && WebhookAddress.Mask(address) == text)
                {
                    return;
                }

                throw new SettingsRejectedException(
                    Field, $"{Field} is {WebhookAddress.Mask(text)}, which masks another address than the stored one: write {Expectations.WholeAddress}.")
                {
                    Expected = Expectations.WholeAddress,
                };
            }

            var reading = type.Read(value);
            if (!reading.IsClean)
            {
                var problem = FieldProblem.Of(Field, value, type.Expected, type.IsAddress);
                (reading.HasValue ? leaveOut : throw problem.ToRejection())(problem with { LeftOut = reading.LeftOut });
            }

            document.Remove(Field);
            if (reading.HasValue)
            {
                document[Field] = type.Write(reading.Value);
            }
        }

        public override TSettings Apply(JsonNode? value, TSettings below, Action<FieldProblem> complain)
        {
            var reading = type.Read(value);
            if (!reading.IsClean)
            {
                complain(FieldProblem.Of(Field, value, type.Expected, type.IsAddress));
            }

            return reading.HasValue ? set(below, reading.Value) : below;
        }
    }
}
