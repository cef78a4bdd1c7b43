import { useAction } from '../../lib/action.js';
import { LONG_MS, post } from '../../lib/api.js';
import { onEvent } from '../../lib/events.js';
import { html, useEffect } from '../../lib/preact.js';
import { useResource } from '../../lib/resource.js';
import { t } from '../../lib/texts.js';
import { Notice } from '../../parts/notice.js';
import { ActionButton, Outcome, Tool } from './tool.js';

const CHOICES = [[true, 'present', 'presence_true_url'], [false, 'absent', 'presence_false_url']];

/** Sends an invented presence mail to one of Make.com's presence hooks. */
export function PresenceTest() {
  const { data, reload } = useResource('/api/settings/webhook_config');
  const test = useAction((presence) => post('/api/test_presence_webhook', { presence }, { patienceMs: LONG_MS }).then((answer) => ({ ...answer, presence })));
  useEffect(() => onEvent('settings', (event) => event.document === 'webhook_config' && reload()), []);

  return html`
    <${Tool} name="presence-test" title=${t('tools.presence.title')} intro=${t('tools.presence.intro')}>
      <ul class="presence-hooks">
        ${CHOICES.map(([presence, name, field]) => html`
          <li>
            <${ActionButton} action=${test} secondary onClick=${() => test.run(presence)}>${t(`tools.presence.${name}`)}<//>
            <span class="goes-to">${data && (data.settings[field] ? html`${t('tools.presence.to')} <code>${data.settings[field]}</code>` : t('tools.presence.notSet'))}</span>
          </li>`)}
      </ul>
      <${Outcome} action=${test}>
        ${(answer) => html`
          <${Notice} kind="success">
            ${t(answer.presence ? 'tools.presence.acceptedPresent' : 'tools.presence.acceptedAbsent', { status: String(answer.status_code), duration: answer.duration_ms })}
          <//>`}
      <//>
    <//>`;
}
