import { connection } from '../lib/connection.js';
import { page } from '../lib/page.js';
import { html } from '../lib/preact.js';
import { useStore } from '../lib/store.js';
import { t } from '../lib/texts.js';

/** Says that the server is away or the session over, for as long as that is so. What was typed stays. */
export function ConnectionBanner() {
  const state = useStore(connection);
  return html`
    <div class="banner-place" role="alert">
      ${state === 'offline' && html`<div class="banner" data-state="offline">${t('connection.offline')}</div>`}
      ${state === 'signed-out' && html`
        <div class="banner" data-state="signed-out">
          ${t('connection.signedOut')}
          ${page.signIn && html` <a href=${page.signIn} target="_blank" rel="noopener">${t('connection.signIn')}</a>`}
        </div>`}
    </div>`;
}
