import { html, useId } from '../lib/preact.js';
import { t } from '../lib/texts.js';

/**
 * A field of a settings form: its label, what it is for, what is wrong with it, and what somebody else wrote there meanwhile.
 * @param {function} children Gets what the control needs (`id`, `aria-…`), and returns the control.
 */
export function Field({ form, name, label, hint, show = String, children }) {
  const id = useId();
  const error = form.errors[name];
  const conflict = form.conflicts[name];
  const described = [hint && `${id}-hint`, error && `${id}-error`, conflict !== undefined && `${id}-conflict`].filter(Boolean).join(' ');
  return html`
    <div class="field" data-field=${name}>
      <label for=${id}>${label}</label>
      ${children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? 'true' : undefined })}
      <${FieldNotes} id=${id} hint=${hint} error=${error} conflict=${conflict} onTake=${() => form.set(name, conflict)} show=${show} />
    </div>`;
}

/** The same for several controls that are one field. */
export function FieldGroup({ form, name, label, hint, show = String, children }) {
  const id = useId();
  const error = form.errors[name];
  const conflict = form.conflicts[name];
  return html`
    <fieldset class="field" data-field=${name} aria-describedby=${error ? `${id}-error` : undefined}>
      <legend>${label}</legend>
      ${children}
      <${FieldNotes} id=${id} hint=${hint} error=${error} conflict=${conflict} onTake=${() => form.set(name, conflict)} show=${show} />
    </fieldset>`;
}

function FieldNotes({ id, hint, error, conflict, onTake, show }) {
  return html`
    ${hint && html`<small id="${id}-hint" class="hint">${hint}</small>`}
    ${error && html`<small id="${id}-error" class="field-error">${error}</small>`}
    ${conflict !== undefined && html`
      <small id="${id}-conflict" class="field-conflict">
        ${t('form.theirs', { value: conflict === null ? t('form.empty') : show(conflict) })} <button type="button" class="link" onClick=${onTake}>${t('form.takeTheirs')}</button>
      </small>`}`;
}
