import { useAction } from '../../lib/action.js';
import { LONG_MS, get } from '../../lib/api.js';
import { html } from '../../lib/preact.js';
import { t } from '../../lib/texts.js';
import { Notice } from '../../parts/notice.js';
import { Preview } from '../../parts/preview.js';

/** On demand what would be decided now, and what would be sent: the mail is fetched anew for it. */
export function MailPreview({ email }) {
  const { data: preview, error, isRunning, run } = useAction(() => get(`/api/emails/${encodeURIComponent(email.id)}/preview`, { patienceMs: LONG_MS }));
  return html`
    <section aria-labelledby="preview-title">
      <h3 id="preview-title">${t('overview.preview.title')}</h3>
      <p class="muted">${t('overview.preview.intro')}</p>
      <p><button type="button" class="outline" aria-busy=${isRunning ? 'true' : undefined} disabled=${!email.can_replay} onClick=${() => !isRunning && run()}>${t('overview.preview.button')}</button></p>
      <div role="status">
        ${error && html`<${Notice} kind="error">${t(`overview.preview.errors.${[404, 410, 503].includes(error.status) ? error.status : 'other'}`)} ${error.message}<//>`}
        ${preview && html`<span class="visually-hidden">${t(`preview.action.${preview.decision.action}`)}</span>`}
      </div>
      ${preview && html`<${Preview} preview=${preview} />`}
    </section>`;
}
