import { useAction } from '../../lib/action.js';
import { LONG_MS, post } from '../../lib/api.js';
import { html, useState } from '../../lib/preact.js';
import { phrase, t, tryText } from '../../lib/texts.js';
import { dateTime } from '../../lib/time.js';
import { Notice } from '../../parts/notice.js';
import { ActionButton, Outcome, Tool } from './tool.js';

/** Whether a webhook address or a delivery link can be reached. */
export function CheckAddress() {
  const [address, setAddress] = useState('');
  const check = useAction(async () => ({ checked: address.trim(), ...(await post('/api/check_address', { address }, { patienceMs: LONG_MS })) }));

  function submit(event) {
    event.preventDefault();
    check.run();
  }

  return html`
    <${Tool} name="check-address" title=${t('tools.address.title')} intro=${t('tools.address.intro')}>
      <form onSubmit=${submit} novalidate>
        <label>${t('tools.address.address')}
          <input type="text" inputmode="url" name="address" value=${address} autocomplete="off" spellcheck="false" onInput=${(event) => setAddress(event.target.value)} />
        </label>
        <div class="tool-actions"><${ActionButton} action=${check} type="submit" disabled=${address.trim() === ''}>${t('tools.address.run')}<//></div>
      </form>
      <${Outcome} action=${check}>${(answer) => html`<${Answer} answer=${answer} />`}<//>
    <//>`;
}

function Answer({ answer }) {
  const { kind, provider, normalized, reachable, duration_ms: duration, certificate_expires_at: expires, error } = answer;
  const link = kind === 'delivery_link' ? webAddress(answer.checked) : null;
  return html`
    <${Notice} kind=${reachable ? 'success' : reachable === false ? 'error' : 'info'}>
      ${t(reachable ? 'tools.address.status.reachable' : reachable === false ? 'tools.address.unreachable' : 'tools.address.notTried')}${' '}
      ${answer.status && answer.status.code !== 'reachable' && phrase('tools.address.status', answer.status)}
    <//>
    ${error && html`<p class="system-words">${error}</p>`}
    <dl class="facts-list">
      <div><dt>${t('tools.address.kind')}</dt><dd>${t(`tools.address.kinds.${kind}`, { provider: tryText(`preview.providers.${provider}`) ?? provider })}</dd></div>
      ${normalized && html`<div><dt>${t('tools.address.normalized')}</dt><dd><code>${normalized}</code></dd></div>`}
      ${expires && html`<div><dt>${t('tools.address.certificate')}</dt><dd>${dateTime(expires)}</dd></div>`}
      ${typeof duration === 'number' && html`<div><dt>${t('tools.address.duration')}</dt><dd>${t('tools.milliseconds', { value: duration })}</dd></div>`}
    </dl>
    ${link && html`<p><a href=${link} target="_blank" rel="noopener noreferrer">${t('tools.address.open')}</a></p>`}`;
}

// Only what is an address of the web becomes something to click on.
function webAddress(text) {
  const address = URL.canParse(text) ? new URL(text) : null;
  return address !== null && ['https:', 'http:'].includes(address.protocol) ? address.href : null;
}
