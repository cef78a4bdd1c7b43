import { html, useEffect, useLayoutEffect, useRef, useState } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { FieldGroup } from '../../parts/field.js';

const PRIORITIES = ['high', 'medium', 'low'];

const toDocument = (rows) => Object.fromEntries(rows.filter(([address]) => address.trim() !== '').map(([address, priority]) => [address.trim(), priority]));
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const show = (value) => Object.entries(value).map(([address, priority]) => `${address}: ${t(`preferences.priorities.${priority}`)}`).join(', ') || t('form.empty');

/** Senders with a priority: a row of address and priority for each. */
export function PriorityField({ form, name, label, hint }) {
  const value = form.values[name] ?? {};
  const [edited, setEdited] = useState(null);
  const rows = edited !== null && same(toDocument(edited), value) ? edited : Object.entries(value);
  const list = useRef();
  const focusNext = useRef(null);

  // After adding, the keyboard goes on in the new row; after removing, at the next row, the last one, or what adds one.
  useLayoutEffect(() => {
    if (focusNext.current !== null) {
      const { selector, index } = focusNext.current;
      const places = list.current.querySelectorAll(`li ${selector}`);
      (places[Math.min(index, places.length - 1)] ?? list.current.querySelector('.add')).focus();
      focusNext.current = null;
    }
  });

  // Saved or discarded: the rows are those of the server again.
  useEffect(() => setEdited(null), [form.generation]);

  function edit(next) {
    setEdited(next);
    form.set(name, toDocument(next));
  }

  const replace = (index, row) => edit(rows.map((other, position) => (position === index ? row : other)));

  function add() {
    focusNext.current = { selector: 'input', index: rows.length };
    edit([...rows, ['', 'high']]);
  }

  function remove(index) {
    focusNext.current = { selector: '.remove', index };
    edit(rows.filter((_, position) => position !== index));
  }

  return html`
    <${FieldGroup} form=${form} name=${name} label=${label} hint=${hint} show=${show}>
      <div ref=${list}>
        ${rows.length === 0
          ? html`<p class="list-empty">${t('preferences.noPriorities')}</p>`
          : html`<ul class="priority-rows">
              ${rows.map(([address, priority], index) => html`
                <li key=${index}>
                  <input type="text" inputmode="email" value=${address} aria-label=${t('preferences.priorityAddress')} placeholder=${t('preferences.priorityAddress')}
                    autocomplete="off" spellcheck="false" aria-invalid=${form.errors[name] ? 'true' : undefined}
                    onInput=${(event) => replace(index, [event.target.value, priority])} />
                  <select value=${priority} aria-label=${t('preferences.priorityOf', { address })} onChange=${(event) => replace(index, [address, event.target.value])}>
                    ${PRIORITIES.map((choice) => html`<option value=${choice}>${t(`preferences.priorities.${choice}`)}</option>`)}
                  </select>
                  <button type="button" class="remove" aria-label=${t('form.removeEntry', { entry: address })} title=${t('form.removeEntry', { entry: address })}
                    onClick=${() => remove(index)}>×</button>
                </li>`)}
            </ul>`}
        <button type="button" class="add secondary outline small" onClick=${add}>${t('preferences.addPriority')}</button>
      </div>
    <//>`;
}
