import { html, useEffect, useState } from '../lib/preact.js';
import { t } from '../lib/texts.js';

const SHOWN_MS = 2500;

/** Copies a text, and says whether that went well. */
export function CopyButton({ text, label }) {
  const [outcome, setOutcome] = useState(null);

  useEffect(() => {
    const timer = outcome && setTimeout(() => setOutcome(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(event) {
    setOutcome(await write(text, event.currentTarget) ? 'copied' : 'notCopied');
  }

  return html`
    <span class="copy">
      <button type="button" class="secondary outline small" onClick=${copy}>${label}</button>
      <span role="status">${outcome && t(`preview.${outcome}`)}</span>
    </span>`;
}

// Browsers lend the clipboard to https and to this machine only; elsewhere the old way still works.
async function write(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = Object.assign(document.createElement('textarea'), { value: text, className: 'off-page' });
    const focused = document.activeElement;
    (button.closest('dialog') ?? document.body).append(area); // beside an open dialog all is inert
    area.select();
    const isCopied = document.execCommand('copy');
    area.remove();
    focused?.focus();
    return isCopied;
  }
}
