using System.Text.Json.Nodes;

namespace RenderSignal;

/// <summary>How a document's field changes the settings.</summary>
internal abstract class FieldRule<TSettings>(string field)
{
    public string Field { get; } = field;

    /// <summary>Lays the field's value over the settings.</summary>
    public abstract TSettings Apply(JsonNode? value, TSettings below, Action<FieldProblem> complain);

    public static FieldRule<TSettings> For<TValue>(string field, FieldType<TValue> type, Func<TSettings, TValue, TSettings> set) =>
        new Typed<TValue>(field, type, set);

    private sealed class Typed<TValue>(string field, FieldType<TValue> type, Func<TSettings, TValue, TSettings> set) : FieldRule<TSettings>(field)
    {
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
