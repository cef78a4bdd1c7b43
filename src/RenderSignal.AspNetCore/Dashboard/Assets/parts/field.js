import { html, useId } from '../lib/preact.js';
import { t } from '../lib/texts.js';

/**
 * A field of a settings form: its label, what it is for, what is wrong with it, and what somebody else wrote there meanwhile.
 * @param {function} children Gets what the control needs (`id`, `aria-…`), and returns the control.
 * @param {function} [show] Says a value of the field in words.
 */
export function Field({ form, name, label, hint, show, children }) {
  const id = useId();
  return html`
    <div class="field" data-field=${name}>
      <label for=${id}>${label}</label>
      ${children({ id, ...describe(form, name, id, hint) })}
      <${FieldNotes} id=${id} form=${form} name=${name} hint=${hint} show=${show} />
    </div>`;
}

/** The same for several controls that are one field; children may be a function that gets what the main control of them needs. */
export function FieldGroup({ form, name, label, hint, show, children }) {
  const id = useId();
  const described = describe(form, name, id, hint);
  const isOne = typeof children === 'function'; // what is said of the group is then said at its main control, and once
  return html`
    <fieldset class="field" data-field=${name} aria-describedby=${isOne ? undefined : described['aria-describedby']}>
      <legend>${label}</legend>
      ${isOne ? children({ id, ...described }) : children}
      <${FieldNotes} id=${id} form=${form} name=${name} hint=${hint} show=${show} />
    </fieldset>`;
}

/** What a control says of its state to those who do not see it. */
export function describe(form, name, id, hint) {
  const parts = [hint && `${id}-hint`, form.errors[name] && `${id}-error`, form.conflicts[name] !== undefined && `${id}-conflict`];
  return { 'aria-describedby': parts.filter(Boolean).join(' ') || undefined, 'aria-invalid': form.errors[name] ? 'true' : undefined };
}

/** What stands below a control: what it is for, what is wrong with it, and what somebody else wrote there meanwhile. */
export function FieldNotes({ id, form, name, hint, show = String }) {
  const error = form.errors[name];
  const conflict = form.conflicts[name];
  const leftOut = form.leftOut[name];
  return html`
    ${hint && html`<small id="${id}-hint" class="hint">${hint}</small>`}
    ${error && html`<small id="${id}-error" class="field-error">${error}</small>`}
    ${leftOut?.length > 0 && html`<small class="field-error" role="status">${t('form.leftOut', { count: leftOut.length, entries: leftOut.map(String).join(', ') })}</small>`}
    ${conflict !== undefined && html`
      <small id="${id}-conflict" class="field-conflict">
        ${t('form.theirs', { value: conflict === null || conflict === '' || conflict.length === 0 ? t('form.empty') : show(conflict) })}${' '}
        <button type="button" class="link" onClick=${() => form.set(name, conflict)}>${t('form.takeTheirs')}</button>
      </small>`}`;
}
