import { html, useEffect, useRef, useState } from '../lib/preact.js';
import { t } from '../lib/texts.js';
import { FieldGroup } from './field.js';

const NOTHING = { text: '', entries: [] };

const entriesOf = (text) => [...new Set(text.split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean))];
const endsWith = (list, end) => end.every((entry, index) => list[list.length - end.length + index] === entry);

/**
 * A list of texts: a row for each, and a place to add more. What stands in that place is part of the list already, so that it is saved
 * with the form even if nobody pressed "Add".
 */
export function ListField({ form, name, label, hint, addLabel, emptyText, type = 'text' }) {
  const [typed, setTyped] = useState(NOTHING);
  const input = useRef();
  const all = form.values[name] ?? [];
  const isOurs = endsWith(all, typed.entries);
  const rows = isOurs ? all.slice(0, all.length - typed.entries.length) : all;

  // Saved, discarded or written by somebody else: what was typed is a row now, or gone.
  useEffect(() => {
    if (!isOurs || form.outcome?.kind === 'saved') {
      setTyped(NOTHING);
    }
  }, [isOurs, form.outcome]);

  const fresh = (text) => entriesOf(text).filter((entry) => !rows.includes(entry));

  function write(text) {
    const entries = fresh(text);
    setTyped({ text, entries });
    form.set(name, [...rows, ...entries]);
  }

  function add(text) {
    setTyped(NOTHING);
    form.set(name, [...rows, ...fresh(text)]);
    input.current.focus();
  }

  function remove(entry) {
    form.set(name, all.filter((other) => other !== entry));
    input.current.focus();
  }

  function paste(event) {
    const text = event.clipboardData.getData('text');
    if (entriesOf(text).length > 1) {
      event.preventDefault();
      add(`${typed.text}\n${text}`);
    }
  }

  function press(event) {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      add(typed.text);
    }
  }

  return html`
    <${FieldGroup} form=${form} name=${name} label=${label} hint=${hint} show=${(list) => list.join(', ') || t('form.empty')}>
      ${rows.length === 0
        ? html`<p class="list-empty">${emptyText}</p>`
        : html`<ul class="list-rows">
            ${rows.map((entry) => html`
              <li key=${entry}>
                <span>${entry}</span>
                <button type="button" class="remove" aria-label=${t('list.remove', { entry })} title=${t('list.remove', { entry })} onClick=${() => remove(entry)}>×</button>
              </li>`)}
          </ul>`}
      <div class="list-add">
        <input ref=${input} type=${type} value=${isOurs ? typed.text : ''} aria-label=${addLabel} placeholder=${addLabel} autocomplete="off" spellcheck="false"
          aria-invalid=${form.errors[name] ? 'true' : undefined}
          onInput=${(event) => write(event.target.value)} onPaste=${paste} onKeyDown=${press} />
        <button type="button" class="secondary outline" disabled=${typed.text.trim() === ''} onClick=${() => add(typed.text)}>${t('list.add')}</button>
      </div>
    <//>`;
}
