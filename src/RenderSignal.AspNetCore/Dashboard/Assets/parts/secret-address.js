import { html, useEffect, useLayoutEffect, useRef, useState } from '../lib/preact.js';
import { t } from '../lib/texts.js';
import { FieldGroup } from './field.js';

/**
 * An address that is a secret: the server shows it masked, and takes a new one or none.
 * @param {string} variable The environment's variable that says it when nothing is stored.
 */
export function SecretAddress({ form, name, variable, placeholder, ...field }) {
  const [isOpen, setOpen] = useState(false);
  const place = useRef();
  const focusNext = useRef(null);
  useEffect(() => setOpen(false), [form.generation]);

  // The button that was pressed is gone: the keyboard goes on at what came in its place.
  useLayoutEffect(() => {
    if (focusNext.current) {
      place.current.querySelector(focusNext.current)?.focus();
      focusNext.current = null;
    }
  });

  const stored = form.base[name];
  const isChanged = name in form.changes;
  const isRemoved = isChanged && form.values[name] === null;

  function change() {
    focusNext.current = 'input';
    setOpen(true);
  }

  function type(text) {
    const isEmpty = text.trim() === '';
    setOpen(isEmpty);
    form.set(name, isEmpty ? stored : text);
  }

  function remove() {
    focusNext.current = '.keep';
    form.set(name, null);
  }

  function keep() {
    focusNext.current = '.change';
    setOpen(false);
    form.set(name, stored);
  }

  const keepButton = (described) => html`<button type="button" class="keep secondary outline" aria-describedby=${described} onClick=${keep}>${t(stored === null ? 'form.cancel' : 'form.keepAddress')}</button>`;

  function content(bind) {
    if (isRemoved) {
      return html`<span class="address-state">${t('form.addressRemoved', { variable })}</span>${keepButton(bind['aria-describedby'])}`;
    }
    if (isChanged || isOpen) {
      return html`
        <input ...${bind} type="text" inputmode="url" name=${name} aria-label=${field.label} placeholder=${placeholder} autocomplete="off" autocapitalize="none"
          spellcheck="false" value=${isChanged ? form.values[name] : ''} onInput=${(event) => type(event.target.value)} />
        ${keepButton()}`;
    }
    return html`
      ${stored === null ? html`<span class="address-state">${t('form.addressMissing')}</span>` : html`<code class="address-state">${stored}</code>`}
      <button type="button" class="change secondary outline" aria-describedby=${bind['aria-describedby']} aria-label=${t(stored === null ? 'form.setAddressOf' : 'form.changeAddressOf', { label: field.label })} onClick=${change}>
        ${t(stored === null ? 'form.setAddress' : 'form.changeAddress')}
      </button>
      ${stored !== null && html`
        <button type="button" class="secondary outline" aria-label=${t('form.removeEntry', { entry: field.label })} onClick=${remove}>${t('form.remove')}</button>`}`;
  }

  return html`
    <${FieldGroup} form=${form} name=${name} ...${field}>
      ${(bind) => html`<div class="secret-address" ref=${place}>${content(bind)}</div>`}
    <//>`;
}
