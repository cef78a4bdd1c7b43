import { html, useId, useState } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';

/** A passphrase, hidden until somebody wants to see what was typed. */
export function PassphraseInput({ value, onInput, label, hint, isNew = false }) {
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  return html`
    <div class="passphrase">
      <label for=${id}>${label}</label>
      <div class="passphrase-row">
        <input id=${id} type=${isShown ? 'text' : 'password'} value=${value} autocomplete=${isNew ? 'new-password' : 'off'} spellcheck="false"
          aria-describedby=${`${id}-hint`} onInput=${(event) => onInput(event.target.value)} />
        <button type="button" class="secondary outline" aria-pressed=${String(isShown)} onClick=${() => setIsShown(!isShown)}>${t('tools.showPassphrase')}</button>
      </div>
      <small id=${`${id}-hint`} class="hint">${hint}</small>
    </div>`;
}
