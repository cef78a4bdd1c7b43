import { html } from '../../lib/preact.js';

export function WebhooksTab() {
  return html`<p></p>`;
}
