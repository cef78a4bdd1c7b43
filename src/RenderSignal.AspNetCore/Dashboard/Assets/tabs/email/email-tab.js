import { html } from '../../lib/preact.js';

export function EmailTab() {
  return html`<p></p>`;
}
