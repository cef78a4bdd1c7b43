import { html, useEffect, useLayoutEffect, useRef, useState } from '../lib/preact.js';
import { t } from '../lib/texts.js';
import { FieldGroup } from './field.js';

const LINES = /[\n\r]+/;

const plain = (entry) => entry.trim().toLowerCase();

/** The entries of a text that are not there yet, each once. */
function entriesOf(text, separators, present) {
  const known = new Set(present.map(plain));
  return text.split(separators).map((part) => part.trim()).filter((entry) => entry !== '' && !known.has(plain(entry)) && known.add(plain(entry)));
}

const endsWith = (values, tail) => tail.every((entry, index) => values[values.length - tail.length + index] === entry);

/**
 * A list of texts. What stands in the input and was not added yet belongs to the list already, so that saving does not lose it.
 * @param {string} addLabel What the input is for: "Another address".
 * @param {string} emptyText What follows from an empty list.
 * @param {RegExp} [separators] What stands between the entries of a text; a keyword may hold a comma.
 */
export function ListField({ form, name, addLabel, placeholder, emptyText, separators = LINES, ...field }) {
  const [typed, setTyped] = useState('');
  const tail = useRef([]);
  const place = useRef();
  const focusNext = useRef(null);
  useEffect(() => clear(), [form.generation]);

  // After removing, the keyboard goes on where it was: at the next entry, the last one, or the input.
  useLayoutEffect(() => {
    if (focusNext.current !== null) {
      const buttons = place.current.querySelectorAll('ul button');
      (buttons[Math.min(focusNext.current, buttons.length - 1)] ?? place.current.querySelector('input')).focus();
      focusNext.current = null;
    }
  });

  const values = form.values[name] ?? [];
  const listed = endsWith(values, tail.current) ? values.slice(0, values.length - tail.current.length) : values;

  function write(entries, text) {
    tail.current = entriesOf(text, separators, entries);
    setTyped(text);
    form.set(name, [...entries, ...tail.current]);
  }

  function clear() {
    tail.current = [];
    setTyped('');
  }

  function press(event) {
    if (event.key === 'Enter' && typed.trim() !== '') {
      event.preventDefault();
      clear();
    }
  }

  // An input has one line: it would join what stands on several.
  function paste(event) {
    const text = event.clipboardData.getData('text');
    if (separators.test(text.trim())) {
      event.preventDefault();
      write(listed, `${typed}\n${text}`);
      clear();
    }
  }

  function remove(index) {
    focusNext.current = index;
    write(listed.filter((_, other) => other !== index), typed);
  }

  return html`
    <${FieldGroup} form=${form} name=${name} show=${(entries) => entries.join(', ')} ...${field}>
      ${(bind) => html`
        <div class="list-control" ref=${place}>
          ${listed.length === 0 && tail.current.length === 0 && html`<p class="list-empty">${emptyText}</p>`}
          ${listed.length > 0 && html`
            <ul>
              ${listed.map((entry, index) => html`
                <li key=${entry}>
                  <span>${entry}</span>
                  <button type="button" class="remove" aria-label=${t('form.removeEntry', { entry })} title=${t('form.remove')} onClick=${() => remove(index)}>×</button>
                </li>`)}
            </ul>`}
          <div class="list-add">
            <input ...${bind} type="text" aria-label=${addLabel} placeholder=${placeholder} value=${typed} autocomplete="off" autocapitalize="none" spellcheck="false"
              onInput=${(event) => write(listed, event.target.value)} onKeyDown=${press} onPaste=${paste} />
            <button type="button" class="secondary outline" disabled=${typed.trim() === ''} onClick=${() => { clear(); place.current.querySelector('input').focus(); }}>${t('form.add')}</button>
          </div>
        </div>`}
    <//>`;
}
