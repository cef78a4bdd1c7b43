import { html } from '../../lib/preact.js';

export function PreferencesTab() {
  return html`<p></p>`;
}
