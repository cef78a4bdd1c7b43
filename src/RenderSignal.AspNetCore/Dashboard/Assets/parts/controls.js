import { html, useId } from '../lib/preact.js';
import { Field, FieldNotes, describe } from './field.js';

/** Each control: `form` from useSettings, `name` of the field in the document, `label`, `hint`. */

export function TextField({ form, name, type = 'text', placeholder, ...field }) {
  return html`
    <${Field} form=${form} name=${name} ...${field}>
      ${(bind) => html`
        <input ...${bind} name=${name} type=${type} value=${form.values[name] ?? ''} placeholder=${placeholder} autocomplete="off" spellcheck="false"
          onInput=${(event) => form.set(name, event.target.value === '' ? null : event.target.value)} />`}
    <//>`;
}

/** What is no number is sent as it was typed, so that the server says at the field what is expected there. */
export function NumberField({ form, name, unit, optional = false, ...field }) {
  const read = (text) => (text.trim() === '' ? (optional ? null : '') : /^\d{1,15}$/.test(text.trim()) ? Number(text) : text);
  return html`
    <${Field} form=${form} name=${name} ...${field}>
      ${(bind) => html`
        <span class="with-unit">
          <input ...${bind} name=${name} type="text" inputmode="numeric" value=${form.values[name] ?? ''} autocomplete="off"
            onInput=${(event) => form.set(name, read(event.target.value))} />
          ${unit && html`<span>${unit}</span>`}
        </span>`}
    <//>`;
}

export function SwitchField({ form, name, label, hint }) {
  const id = useId();
  return html`
    <div class="field switch" data-field=${name}>
      <label>
        <input type="checkbox" role="switch" name=${name} checked=${Boolean(form.values[name])} ...${describe(form, name, id, hint)}
          onChange=${(event) => form.set(name, event.target.checked)} />
        ${label}
      </label>
      <${FieldNotes} id=${id} form=${form} name=${name} hint=${hint} />
    </div>`;
}
